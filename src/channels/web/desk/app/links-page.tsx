/** One-time sign-in links for colleagues, made by an administrator. */
import { useEffect, useState } from "preact/hooks";
import type { Colleague } from "../../../../desk/operations.ts";
import type { Link as SignInLink } from "../../../../desk/sign-in.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useFetched } from "./news.ts";

export function LinksPage() {
  const { t, b, code } = useSpeech();
  const announce = useAnnounce();
  const colleagues = useFetched<Colleague[]>("/colleagues");
  const [made, setMade] = useState<{ name: string; url: string } | null>(null);
  useEffect(() => {
    document.title = `${t("links")} · ${t("desk")}`;
  }, [t]);
  const make = async (colleague: Colleague) => {
    const reply = await call<SignInLink>("POST", "/links", { staff: colleague.id });
    if (!reply.ok) return announce(b(reply.refusal.message), "problem");
    setMade({ name: colleague.name, url: `${location.origin}/desk/sign-in?token=${reply.value.token}` });
    return undefined;
  };
  if (!colleagues.value) return <Waiting refusal={colleagues.refusal} again={colleagues.again} />;
  return (
    <div class="sheet">
      <h1>{t("linksTitle")}</h1>
      <p class="quiet">{t("linksHint")}</p>
      {made && (
        <div class="made" role="status">
          <b>
            {t("linkFor")}
            {made.name}
          </b>
          <code>{made.url}</code>
          {/* Browsers give the clipboard to pages served over HTTPS only; the link can be marked and copied by hand. */}
          {"clipboard" in navigator && (
            <button
              type="button"
              class="button"
              onClick={() => void navigator.clipboard.writeText(made.url).then(() => announce(t("copied")))}
            >
              {t("copy")}
            </button>
          )}
        </div>
      )}
      <table class="plain-table" aria-label={t("linksTitle")}>
        <thead>
          <tr>
            <th scope="col">{t("colName")}</th>
            <th scope="col">{t("colRole")}</th>
            <th scope="col">
              <span class="unseen">{t("makeLink")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {colleagues.value.map((colleague) => (
            <tr key={colleague.id}>
              <td>{colleague.name}</td>
              <td>{code("role", colleague.role)}</td>
              <td>
                <button type="button" class="button" onClick={() => void make(colleague)}>
                  {t("makeLink")}
                  <span class="unseen"> {colleague.name}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

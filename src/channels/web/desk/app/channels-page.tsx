/** Lines to the accounts customers write to: how each fares, since when, and the code to log one in. */
import { useEffect } from "preact/hooks";
import type { ChannelLink } from "../../../../desk/channel-links.ts";
import { Waiting } from "./bits.tsx";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { dateTime } from "./time.ts";

export function ChannelsPage() {
  const { t } = useSpeech();
  const links = useFetched<ChannelLink[]>("/channels");
  useNews(null, links.again);
  useEffect(() => {
    document.title = `${t("channels")} · ${t("desk")}`;
  }, [t]);
  if (!links.value) return <Waiting refusal={links.refusal} again={links.again} />;
  return (
    <div class="sheet">
      <h1>{t("channelsTitle")}</h1>
      {links.value.length === 0 && <p class="empty quiet">{t("channelsNone")}</p>}
      {links.value.map((link) => (
        <LinkState key={link.channel} link={link} />
      ))}
      <p>
        <a href="/desk/api/slack-preview" target="_blank" rel="noreferrer">
          {t("slackPreview")}
        </a>
      </p>
    </div>
  );
}

function LinkState({ link }: { link: ChannelLink }) {
  const { t, code } = useSpeech();
  const { zone } = useMe();
  const { channel, state, since } = link;
  const name = `link-${channel}`;
  return (
    <section class="link-state" aria-labelledby={name}>
      <h2 id={name}>{code("channel", channel)}</h2>
      <p role="status">
        <b>{code("link", state)}</b>{" "}
        <span class="quiet">
          {t("channelSince")} {dateTime(since, zone)}
        </span>
        {(link.code ?? link.account) && <code> {link.code ?? link.account}</code>}
      </p>
      {link.refusedAt && (
        <p>
          {t("channelRefused")} {dateTime(link.refusedAt, zone)}
        </p>
      )}
      {state === "scan" && (
        <>
          <p>{t("channelScan")}</p>
          {link.expected && (
            <p>
              {t("channelExpected")} <b>{link.expected}</b>
            </p>
          )}
          {/* Another code is another address: the browser must not show the last one. */}
          <img
            src={`/desk/api/channels/${encodeURIComponent(channel)}/qr.png?since=${encodeURIComponent(since)}`}
            alt={t("channelCode")}
            width={280}
            height={280}
          />
        </>
      )}
    </section>
  );
}

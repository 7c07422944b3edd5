import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readXml, writeXml } from "../../../../src/channels/wechat/official/xml.ts";

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/);
const text = fc.string({ unit: "grapheme", maxLength: 60 });

describe("WeChat's XML", () => {
  it("is read as it was written, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.dictionary(name, text, { maxKeys: 8 }), (fields) => {
        expect(Object.fromEntries(readXml(writeXml(fields)) ?? [])).toEqual({ ...fields });
      }),
    );
    expect(readXml(writeXml({ A: "x]]>y<z/>", B: 7 }))).toEqual(
      new Map([
        ["A", "x]]>y<z/>"],
        ["B", "7"],
      ]),
    );
  });

  it("may have a declaration, spaces, escaped text, empty fields and fields within fields", () => {
    const source =
      '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n <A>a &lt;b&gt; &amp;&#x5361;&#21345;</A><B/><C></C>\n' +
      "<Info><List><item><P>1</P></item><item><P>2</P></item></List></Info><D>x<![CDATA[y]]>z</D></xml>\n";
    expect(Object.fromEntries(readXml(source) ?? [])).toEqual({ A: "a <b> &卡卡", B: "", C: "", Info: "", D: "xyz" });
  });

  it("that is anything else is not read, and no text takes long or crashes the reader", () => {
    for (const source of [
      "<xml>a<A>b</A></xml>",
      "<xml><A>b</B></xml>",
      "<xml><A>&constructor;</A></xml>",
      "<xml><A>&#0;</A></xml>",
      "<xml><A>&#xD800;</A></xml>",
      "<xml><A>a & b</A></xml>",
      "<xml><A><![CDATA[x</A></xml>",
      '<?xml version="1.0"?><?php echo 1 ?><xml></xml>',
      "<XML></XML>",
      `${"<?xml".padEnd(500)}?><xml></xml>`,
    ]) {
      expect(readXml(source), source).toBeNull();
    }
    const piece = fc.constantFrom(
      "<xml>",
      "</xml>",
      "<A>",
      "</A>",
      "<![CDATA[",
      "]]>",
      "&",
      "&lt;",
      "<",
      ">",
      "/",
      "<!--",
      "x",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, text), { maxLength: 60 }), (pieces) => {
        const fields = readXml(pieces.join(""));
        expect(fields === null || fields instanceof Map).toBe(true);
      }),
    );
    expect(readXml(`<xml>${"<A>".repeat(20_000)}`)).toBeNull();
  });
});

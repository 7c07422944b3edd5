/** What a WeChat account says outside of the conversation: why something can't be taken, and where to write instead. */
import type { InputError } from "../channel.ts";

export type Reason =
  | Exclude<InputError["code"], "empty" | "unknown-conversation" | "unknown-file" | "erased">
  /** A kind of message that can't be opened here: a chat history, a mini program, a video. */
  | "unreadable"
  /** A file that WeChat didn't hand over. */
  | "not-fetched"
  | "not-stored"
  /** After a break in which messages may have been lost. */
  | "repeat"
  /** To a friend of old who asked to be one again. */
  | "again"
  /** Said in a group. */
  | "group"
  /** For the desk: what a colleague sent from the phone and can't be shown here. */
  | "colleague-file";

export type WechatLabels = Record<"zh" | "en", Record<Reason, string>>;

export const WECHAT_LABELS: WechatLabels = {
  zh: {
    "too-long": "这条太长，没有收下。请分成几条发给我，或者作为 PDF 文件发来。",
    "too-large": "这个文件超过 10 MB，没有收下。请截图，或压缩后再发。",
    "file-type": "这个文件我打不开，没有收下。我能收照片、截图和 PDF；视频请截几张图发给我。",
    "too-many": "一次收不下这么多，请稍等再发。",
    "id-taken": "这条没有收下，麻烦您再发一次。",
    unreadable: "这种消息我打不开。请用文字告诉我，或者发截图。",
    "not-fetched": "这个文件没有传过来，麻烦您再发一次。",
    "not-stored": "我这边刚才没能收下您的消息，麻烦您再发一次。",
    repeat: "刚才微信连接断了一会儿，您这几分钟发的消息我可能没收全。如果有没得到回应的，麻烦再发一遍。",
    again: "您好，又联系上了。有什么不满意的事请直接说，我来为您记录。",
    group: "您好，群里人多，为了保护您的信息，这里不谈个人业务。请点我的头像加好友，私聊告诉我，我来为您记录。",
    "colleague-file": "［同事用手机发了图片或文件］",
  },
  en: {
    "too-long": "This message is too long and was not taken. Please send it in parts, or as a PDF file.",
    "too-large": "This file is over 10 MB and was not taken. Please send a screenshot or a smaller file.",
    "file-type": "I can't open this file and did not take it. I can take photos, screenshots and PDF files.",
    "too-many": "That is too much at once. Please wait a moment and send it again.",
    "id-taken": "This message was not taken. Please send it again.",
    unreadable: "I can't open this kind of message. Please tell me in words or send a screenshot.",
    "not-fetched": "This file did not come through. Please send it again.",
    "not-stored": "I could not take your message just now. Please send it again.",
    repeat:
      "WeChat was cut off for a moment and some of what you just sent may not have reached me. If something was not answered, please send it again.",
    again: "Hello again. Tell me what went wrong and I will write it down for you.",
    group:
      "Hello. To protect your information I don't handle personal matters in a group. Please add me and write to me in private.",
    "colleague-file": "[A colleague sent a picture or file from the phone]",
  },
};

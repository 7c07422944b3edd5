/** What the channel itself says, at once and as the answer to the message it is about. Everything else comes from the product. */
import type { Language } from "../../../flows/reading.ts";

export interface OfficialTexts {
  /** Follows or scans again: the conversation goes on. */
  welcomeBack: string;
  /** A voice that WeChat did not put into words and that can't be kept. */
  voice: string;
  /** A video or another kind that can't be kept. */
  unsupported: string;
  fileType: string;
  tooLarge: string;
  /** A picture that WeChat doesn't hand out any more. */
  sendAgain: string;
  erased: string;
}

export const TEXTS: Readonly<Record<Language, OfficialTexts>> = {
  "zh-Hans": {
    welcomeBack: "您好，又见面了。之前的事都还记着，您接着说就行；有新的问题也直接告诉我。",
    voice: "这条语音我这里听不了，也没能存下来。麻烦您打几个字，或用输入法的语音转文字发给我。",
    unsupported: "这类消息我这里收不下来。请用文字说明，或者发图片、截图。",
    fileType: "这个文件没能存下来，只能收图片（JPG、PNG、WebP、GIF）。请换成截图或照片再发一次。",
    tooLarge: "这张图片太大，没能存下来。请压缩到10 MB以内再发一次。",
    sendAgain: "刚才那张图片没有收到，麻烦您再发一次。",
    erased: "这次会话的内容已按要求删除，这条消息没有保存。要反映新的问题，请拨打我们的客服热线。",
  },
  "zh-Hant": {
    welcomeBack: "您好，又見面了。之前的事都還記著，您接著說就行；有新的問題也直接告訴我。",
    voice: "這則語音我這裡聽不了，也沒能存下來。麻煩您打幾個字，或用輸入法的語音轉文字發給我。",
    unsupported: "這類訊息我這裡收不下來。請用文字說明，或者傳圖片、截圖。",
    fileType: "這個檔案沒能存下來，只能收圖片（JPG、PNG、WebP、GIF）。請換成截圖或照片再傳一次。",
    tooLarge: "這張圖片太大，沒能存下來。請壓縮到10 MB以內再傳一次。",
    sendAgain: "剛才那張圖片沒有收到，麻煩您再傳一次。",
    erased: "這次對話的內容已按要求刪除，這則訊息沒有儲存。要反映新的問題，請撥打我們的客服熱線。",
  },
  en: {
    welcomeBack:
      "Good to see you again. Everything you told us is still here; just go on, or tell me about something new.",
    voice: "I can't listen to this voice message and could not keep it. Please type a few words instead.",
    unsupported:
      "This kind of message can't be kept here. Please describe it in words, or send a picture or screenshot.",
    fileType:
      "This file could not be kept: only pictures (JPG, PNG, WebP, GIF) can. Please send a screenshot or photo.",
    tooLarge: "This picture is too large and could not be kept. Please send one of up to 10 MB.",
    sendAgain: "The picture you just sent did not arrive. Please send it again.",
    erased:
      "The content of this conversation has been erased as requested, and this message was not saved. For something new, please ring our hotline.",
  },
};

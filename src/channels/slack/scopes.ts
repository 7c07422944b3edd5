/** Which scope each of Slack's methods that we call needs. The manifest asks for these and no others. */
export const SCOPES: Readonly<Record<string, readonly string[]>> = {
  "auth.test": [],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "chat.delete": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history"],
  "conversations.replies": ["channels:history", "groups:history"],
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.members": ["channels:read", "groups:read"],
  "files.getUploadURLExternal": ["files:write"],
  "files.completeUploadExternal": ["files:write"],
  "files.delete": ["files:write"],
  "reactions.add": ["reactions:write"],
  "views.open": [],
  "views.update": [],
  "views.publish": [],
};

/** What needs a scope without a method: slash command and shortcut, and files in a thread. */
const BESIDE = ["commands", "files:read"];

export const NEEDED: readonly string[] = [...new Set([...Object.values(SCOPES).flat(), ...BESIDE])].sort();

// Buttons that open the conversation. The widget's element may arrive later than this script.
for (const button of document.querySelectorAll("[data-open-chat]")) {
  button.addEventListener("click", async () => {
    await customElements.whenDefined("tingsu-chat");
    document.querySelector("tingsu-chat")?.open(button.dataset.openChat);
  });
}

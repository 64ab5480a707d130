/** Gives the browser a file to save, as if the person had followed a link to it. Nothing is sent anywhere. `name` holds no PHI: it shows in lists of downloads. */
export function saveFile(name: string, parts: readonly string[], type: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  /** Inside an open dialog everything outside of it is inert. */
  (document.querySelector('dialog[open]') ?? document.body).append(link);
  link.click();
  link.remove();
  /** The browser has taken hold of the file by then; at once would be too early for some. */
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// Hands a file to the browser as a download.

/** Saves bytes under a name. */
export const saveFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the address by the time the click returns; a moment later it may go.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};

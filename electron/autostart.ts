/**
 * The text of an XDG autostart entry (Desktop Application Autostart Specification 0.5).
 * @param command program and arguments, each as it is to arrive
 */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.5',
    'Name=Laurel',
    'Comment=Reminds you of what expires',
    `Exec=${command.map(quote).join(' ')}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Whether an autostart entry takes effect: tools of the desktop switch one off instead of removing it. */
export function isAutostartOn(text: string): boolean {
  const has = (key: string, value: string) =>
    text.split('\n').some((line) => {
      const [name = '', ...rest] = line.split('=');
      return name.trim() === key && rest.join('=').trim().toLowerCase() === value;
    });
  return !has('Hidden', 'true') && !has('X-GNOME-Autostart-enabled', 'false');
}

/**
 * One argument of an Exec key (Desktop Entry Specification 1.5, "The Exec key"): in quotes where it
 * holds a reserved character, `%` doubled, and then escaped once more as every string value is.
 */
function quote(argument: string): string {
  const literal = argument.replaceAll('%', '%%');
  const quoted = /^[\w%+,./:=@-]+$/.test(literal)
    ? literal
    : `"${literal.replace(/["`$\\]/g, String.raw`\$&`)}"`;
  return quoted.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`);
}

/**
 * A notification's body as the system is to read it. Linux desktops take it for markup (Desktop
 * Notifications Specification 1.2, "Markup"), with links and pictures from anywhere: a title out of
 * somebody's file must not become one.
 */
export function notificationBody(
  body: string,
  platform: NodeJS.Platform = process.platform,
): string {
  return platform === 'linux' ? body.replaceAll('<', '‹') : body;
}

/** What an administrator types about a screen. */
export interface ScreenForm {
  code: string;
  name: string;
  viewId: string;
  groupId: string;
}

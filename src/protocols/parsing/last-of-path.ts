/**
 * The name of a file: where it lies on the disk of a server is nobody's business. Very old Macs
 * write `Disk:Folder:Name`.
 */
export function lastOfPath(path: string): string {
  const parts = path.split(/[/\\]/);
  return (parts.length > 1 ? parts : path.split(':')).at(-1) ?? '';
}

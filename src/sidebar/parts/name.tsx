/** An address, or any other name: where the line is too short for it, it breaks before the @ rather than in a word. */
export function Name({ children }: { readonly children: string }) {
  const at = children.lastIndexOf('@');
  return at > 0 ? (
    <>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </>
  ) : (
    <>{children}</>
  );
}

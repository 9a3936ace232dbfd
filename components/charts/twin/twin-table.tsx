import type { Twin } from "./twin";

type Props = { twin: Twin; label: string; height: number };

/** The same numbers as the picture, in its place; scrolls where there are more than fit. */
export function TwinTable({ twin, label, height }: Props) {
  const { columns, rows } = twin;
  const align = (index: number) => (columns[index]?.number ? "n" : undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      className="twin"
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      style={{ maxHeight: height }}
    >
      <table className="t">
        <thead>
          <tr>
            {columns.map(({ name }, i) => (
              <th key={name} scope="col" className={align(i)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{first?.text}</bdi>
              </th>
              {others.map((cell, i) => (
                <td key={columns[i + 1]?.name} className={align(i + 1)}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

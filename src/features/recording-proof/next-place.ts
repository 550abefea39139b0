export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Field {
  readonly rows: number;
  readonly columns: number;
  readonly isThere: (place: Place) => boolean;
}

/** Where a key leads from a place, over what is not there. @returns null where it leads nowhere */
export function nextPlace(key: string, from: Place, field: Field): Place | null {
  const { row, column } = from;
  switch (key) {
    case 'ArrowLeft':
      return firstThere(from, 0, -1, field);
    case 'ArrowRight':
      return firstThere(from, 0, 1, field);
    case 'ArrowUp':
      return firstThere(from, -1, 0, field);
    case 'ArrowDown':
      return firstThere(from, 1, 0, field);
    case 'Home':
      return firstThere({ row, column: -1 }, 0, 1, field);
    case 'End':
      return firstThere({ row, column: field.columns }, 0, -1, field) ?? { row, column };
    default:
      return null;
  }
}

function firstThere(from: Place, down: number, along: number, field: Field): Place | null {
  let { row, column } = from;
  for (;;) {
    row += down;
    column += along;
    if (row < 0 || row >= field.rows || column < 0 || column >= field.columns) return null;
    if (field.isThere({ row, column })) return { row, column };
  }
}

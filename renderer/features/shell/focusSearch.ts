export const searchFieldId = 'search-everything';

/** Puts the caret into the search field, with its words selected. */
export function focusSearch(): void {
  const field = document.getElementById(searchFieldId);
  if (field instanceof HTMLInputElement) field.select();
}

// The form in which two spellings of one name meet: "José-Luis" and "JOSE LUIS" are one.

/** Letters only, lower case, without accents (Unicode NFKD); empty where the text holds no letter. */
export function nameForm(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '');
}

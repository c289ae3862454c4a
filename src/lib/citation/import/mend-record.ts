type Fields = Record<string, unknown>;

/**
 * A record as a reader left it, with what readers of BibTeX and RIS lose put right: kinds of work and
 * fields that stand in notes, particles of names, organisations. Fields of the reader's own go.
 */
export function mendRecord(record: Fields): Fields {
  const mended = withNotes(Object.fromEntries(Object.entries(record).filter(isOurs)));
  for (const role of ['author', 'editor', 'translator']) {
    const names = mended[role];
    if (Array.isArray(names)) mended[role] = (names as Fields[]).map(mendName);
  }
  if (mended['genre'] === 'magazine' || mended['genre'] === 'newspaper') {
    mended['type'] = `article-${mended['genre']}`;
    delete mended['genre'];
  }
  if (mended['event'] !== undefined) {
    mended['event-title'] ??= mended['event'];
    delete mended['event'];
  }
  if (mended['type'] === 'manuscript' && mended['event-title']) mended['type'] = 'speech';
  if (mended['type'] === 'webpage' && !mended['container-title'] && mended['collection-title']) {
    mended['container-title'] = mended['collection-title'];
    delete mended['collection-title'];
  }
  // RIS has the year of a talk in two places.
  if (mended['issued'] && mended['event-date']) delete mended['event-date'];
  if (typeof mended['page'] === 'string') mended['page'] = mended['page'].replace(/[–—]/g, '-');
  return mended;
}

function isOurs([key, value]: [string, unknown]): boolean {
  return !/^(_|citation-key$|citation-label$)/.test(key) && value !== undefined && value !== '';
}

/** Lines "field: value" of a note, as Zotero's Extra field has them, as fields of the record. */
function withNotes(record: Fields): Fields {
  const { note: notes, ...rest } = record;
  const note = Array.isArray(notes) ? notes.join('\n') : notes;
  if (typeof note !== 'string') return record;
  const other: string[] = [];
  for (const line of note.split(/\n|(?<=\S) (?=[a-z-]+: )/)) {
    const [, field = '', value = ''] = /^([a-z-]+): (.+)$/.exec(line.trim()) ?? [];
    if (field === 'type' || field === 'genre') rest[field] = value;
    else if (field === 'original-date')
      rest[field] = { 'date-parts': [value.split('-').map(Number)] };
    else if (line.trim()) other.push(line.trim());
  }
  return other.length > 0 ? { ...rest, note: other.join('\n') } : rest;
}

function mendName(name: Fields): Fields {
  const { family, given } = name;
  if (typeof family !== 'string' || 'non-dropping-particle' in name) return name;
  const whole = family.replace(/[{}]/g, '');
  if (given === undefined && /\s/.test(whole)) return { literal: whole };
  const [, particle, bare] = /^((?:\p{Ll}[\p{Ll}’']*\s+)+)(\p{Lu}.*)$/u.exec(family) ?? [];
  if (!particle) return { ...name, family: whole };
  return { ...name, 'non-dropping-particle': particle.trim(), family: bare };
}

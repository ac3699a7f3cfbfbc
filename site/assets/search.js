// The search: opens from disk, under a policy that allows nothing but the site's own scripts.
// Nothing is loaded before the box has the focus or the address has "?q=". Then: search/m.js; for
// each word the shard of terms that would hold it; for each page shown its entry and its lines.
// The formats are described beside the writer, in SearchIndexWriter.swift.
"use strict";
(() => {
  const host = document.getElementById("portal.search");
  if (!host) return;
  const source = (document.currentScript && document.currentScript.getAttribute("src")) || "";
  const root = host.dataset.root !== undefined
    ? host.dataset.root
    : source.replace(/assets\/search\.js.*$/, "");

  // MARK: Analyzer: the same rules as Analyzer.swift and CharacterClass.swift

  const DELIMITER = 0, JOINT = 1, LETTER = 2, DIGIT = 3, CAPITAL = 4, IDEOGRAPH = 5, IGNORED = 7;
  const JOINTS = "!#$%&*+-./:=?@\\^_~";
  const LATIN = (
    "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e " +
    "e e e i i i i d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e " +
    "e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l " +
    "l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t " +
    "u u u u u u u u u u u u w w y y y z z z z z z s"
  ).split(" ");
  const within = (value, ranges) => {
    for (let i = 0; i < ranges.length; i += 2) {
      if (value >= ranges[i] && value < ranges[i + 1]) return true;
    }
    return false;
  };
  const HIDDEN = [0xAD, 0xAE, 0x300, 0x370, 0x200B, 0x200E, 0xFE00, 0xFE10, 0xFEFF, 0xFF00];
  const SIGNS = [
    0x2000, 0x2C00, 0x2E00, 0x3005, 0x3008, 0x3021, 0x3030, 0x3031, 0x30FB, 0x30FC,
    0xD800, 0xF900, 0xFE10, 0xFE70, 0xFF5F, 0xFF66, 0xFFE0, 0x10000, 0x1F000, 0x1FB00,
    0xE0000, 0x110000,
  ];
  const UNSPACED = [
    0xE00, 0xF00, 0x1000, 0x10A0, 0x1780, 0x1800, 0x3005, 0xA4D0, 0xAC00, 0xD7B0,
    0xF900, 0xFB00, 0xFF66, 0xFFA0, 0x20000, 0x40000,
  ];

  // The class of a character and its folded text.
  function fold(value) {
    if (value > 0xFF00 && value < 0xFF5F) value -= 0xFEE0;
    if (value < 128) {
      const text = String.fromCharCode(value);
      if (value >= 97 && value <= 122) return [LETTER, text];
      if (value >= 65 && value <= 90) return [CAPITAL, text.toLowerCase()];
      if (value >= 48 && value <= 57) return [DIGIT, text];
      return [JOINTS.includes(text) ? JOINT : DELIMITER, text];
    }
    if (value >= 0xC0 && value < 0x180) {
      const word = LATIN[value - 0xC0];
      return [word === "-" ? DELIMITER : LETTER, word];
    }
    if (within(value, HIDDEN)) return [IGNORED, ""];
    if (value < 0xC0) {
      const isLetter = value === 0xAA || value === 0xB5 || value === 0xBA;
      return [isLetter ? LETTER : DELIMITER, String.fromCharCode(value)];
    }
    if (within(value, SIGNS)) return [DELIMITER, " "];
    if ((value >= 0x391 && value < 0x3AC && value !== 0x3A2) || (value >= 0x410 && value < 0x430)) {
      value += 32;
    } else if (value >= 0x400 && value < 0x410) {
      value += 80;
    } else if (value >= 0x1E00 && value < 0x1F00) {
      value |= 1;
    }
    return [within(value, UNSPACED) ? IDEOGRAPH : LETTER, String.fromCodePoint(value)];
  }
  const folds = new Map();

  // The chunks of a text: [{name, parts}], each term {term, start, end} with its place in the text.
  function analyze(text) {
    const kinds = [], folded = [], starts = [], ends = [];
    for (let at = 0; at < text.length;) {
      const value = text.codePointAt(at);
      const next = at + (value > 0xFFFF ? 2 : 1);
      let pair = folds.get(value);
      if (!pair) folds.set(value, pair = fold(value));
      if (pair[0] !== IGNORED) {
        kinds.push(pair[0]); folded.push(pair[1]); starts.push(at); ends.push(next);
      }
      at = next;
    }
    const chunks = [];
    for (let first = 0; first < kinds.length;) {
      if (kinds[first] === DELIMITER) { first++; continue; }
      let last = first + 1;
      while (last < kinds.length && kinds[last] !== DELIMITER) last++;
      const chunk = cut(first, last);
      if (chunk && (chunk.name || chunk.parts.length)) chunks.push(chunk);
      first = last;
    }
    return chunks;

    function cut(first, last) {
      let start = first, end = last;
      while (start < end && kinds[start] === JOINT) start++;
      while (end > start && kinds[end - 1] === JOINT) end--;
      if (start === end) return null;
      const isOption = start - first >= 2 && folded[start - 1] === "-" && folded[start - 2] === "-";
      const chunk = { name: null, parts: [] };
      let isName = isOption, hasIdeographs = false;
      for (let index = start; index < end;) {
        const from = index, kind = kinds[index++];
        if (kind === JOINT) {
          isName = true;
        } else if (kind === IDEOGRAPH) {
          while (index < end && kinds[index] === IDEOGRAPH) index++;
          hasIdeographs = true;
          if (index - from === 1) emit(chunk.parts, from, index);
          for (let i = from + 1; i < index; i++) emit(chunk.parts, i - 1, i + 1);
        } else {
          while (index < end && kinds[index] >= LETTER && kinds[index] <= CAPITAL) index++;
          word(chunk.parts, from, index);
        }
      }
      if (isName && !hasIdeographs) {
        const names = [];
        emit(names, isOption ? start - 2 : start, end);
        chunk.name = names[0] || null;
      }
      return chunk;
    }
    function word(parts, start, end) {
      emit(parts, start, end);
      let part = start;
      for (let i = start + 1; i < end; i++) {
        const isStart = kinds[i] === CAPITAL &&
          (kinds[i - 1] === LETTER || (i + 1 < end && kinds[i + 1] === LETTER));
        if (isStart) { emit(parts, part, i); part = i; }
      }
      if (part > start) emit(parts, part, end);
    }
    function emit(list, start, end) {
      const term = folded.slice(start, end).join("");
      if (bytes(term) <= 64) list.push({ term, start: starts[start], end: ends[end - 1] });
    }
  }

  // The length in UTF-8.
  function bytes(term) {
    let count = 0;
    for (const character of term) {
      const value = character.codePointAt(0);
      count += value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
    }
    return count;
  }

  // MARK: Files

  const waiting = new Map();
  const loaded = new Map();
  window.DR = (key, ...values) => { waiting.get(key)?.(values); };
  window.DR.analyze = analyze;

  function load(key) {
    if (!loaded.has(key)) {
      loaded.set(key, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(key, resolve);
        script.src = root + "search/" + key + ".js";
        script.onload = () => script.remove();
        script.onerror = () => {
          script.remove();
          loaded.delete(key);
          reject(new Error("\"search/" + key + ".js\" cannot be read"));
        };
        document.head.append(script);
      }));
    }
    return loaded.get(key);
  }

  function unpacked(base64) {
    const text = atob(base64), data = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) data[i] = text.charCodeAt(i);
    return data;
  }

  let manifest;
  function open() {
    manifest ??= load("m").then(([head, lengths]) => ({
      count: head.n,
      mean: head.total / Math.max(1, head.n),
      first: head.first,
      lengths: Float64Array.from(unpacked(lengths), (byte) =>
        byte < 8 ? byte : (8 + (byte & 7)) * 2 ** ((byte >> 3) - 1)),
    })).catch((error) => { manifest = undefined; throw error; });
    return manifest;
  }

  const shards = new Map();
  // The terms of a shard, in order, each with its numbers: [{term, count, at}].
  function shard(number) {
    if (!shards.has(number)) {
      shards.set(number, load("t/" + number).then(([text, base64]) => {
        const data = unpacked(base64), list = [], byTerm = new Map();
        let at = 0, before = "";
        const next = () => {
          let value = 0, shift = 0, byte;
          do { byte = data[at++]; value |= (byte & 127) << shift; shift += 7; } while (byte > 127);
          return value >>> 0;
        };
        for (const piece of text.split(" ")) {
          if (!piece) continue;
          const term = before.slice(0, piece.charCodeAt(0) - 35) + piece.slice(1);
          const pages = new Uint32Array(next()), weights = new Uint32Array(pages.length);
          let page = -1;
          for (let i = 0; i < pages.length; i++) {
            const step = next();
            pages[i] = page += step >>> 1;
            weights[i] = step & 1 ? next() : 1;
          }
          const entry = { term, pages, weights };
          list.push(entry);
          byTerm.set(term, entry);
          before = term;
        }
        return { list, byTerm };
      }).catch((error) => { shards.delete(number); throw error; }));
    }
    return shards.get(number);
  }

  // The order of UTF-8: that of code points, not of UTF-16.
  function compare(left, right) {
    for (let i = 0; i < left.length && i < right.length; i++) {
      let a = left.charCodeAt(i), b = right.charCodeAt(i);
      if (a === b) continue;
      if (a >= 0xD800 && b >= 0xD800) {
        a = a >= 0xE000 ? a - 0x800 : a + 0x2000;
        b = b >= 0xE000 ? b - 0x800 : b + 0x2000;
      }
      return a - b;
    }
    return left.length - right.length;
  }

  // The number of the shard that would hold a term.
  function place(first, term) {
    let low = 0, high = first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(first[middle], term) <= 0) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  }

  // The shards that may hold terms with a beginning; at most some.
  async function shardsFrom(index, beginning, limit) {
    const from = place(index.first, beginning);
    let to = from + 1;
    while (to < index.first.length && to - from < limit && index.first[to].startsWith(beginning)) {
      to++;
    }
    const numbers = Array.from({ length: index.first.length ? to - from : 0 }, (_, i) => from + i);
    return (await Promise.all(numbers.map(shard))).flatMap((one) => one.list);
  }

  // MARK: Query

  // A word without its ending: "restoring", "restored" and "restores" are found for each other.
  function stem(term) {
    if (!/^[a-z]{5,}$/.test(term)) return term;
    return term.replace(/(?:ing|ed|es|s|e)$/, "");
  }

  // What a word may have been with two letters swapped, one too many, too few or wrong: a map to
  // how likely each is. Swapped and doubled letters are the commonest slips, the first letter's the
  // rarest.
  function edits(term) {
    const found = new Map();
    const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    const add = (word, value) => found.set(word, Math.max(value, found.get(word) || 0));
    for (let i = 0; i < term.length; i++) {
      const start = term.slice(0, i), rest = term.slice(i + 1);
      if (rest) add(start + rest[0] + term[i] + rest.slice(1), i > 0 ? 60 : 1);
      add(start + rest, i > 0 ? 25 : 1);
    }
    for (let i = 0; i <= term.length; i++) {
      for (const letter of letters) {
        add(term.slice(0, i) + letter + term.slice(i), 1);
        if (i < term.length) add(term.slice(0, i) + letter + term.slice(i + 1), 1);
      }
    }
    return found;
  }

  // The words of the index that differ by one letter, out of the six likeliest shards.
  async function guesses(index, term) {
    const byShard = new Map();
    for (const [word, value] of edits(term)) {
      const number = place(index.first, word);
      const group = byShard.get(number) || { number, words: [], value: 0 };
      group.words.push(word);
      group.value += value;
      byShard.set(number, group);
    }
    const byValue = (a, b) => b.value - a.value || a.number - b.number;
    const groups = [...byShard.values()].sort(byValue);
    // Words that share most letters are neighbours, unless a shard ends between them.
    const top = groups.length ? groups[0].number : 0;
    for (const group of groups) if (Math.abs(group.number - top) === 1) group.value += 100;
    groups.sort(byValue);
    const lists = await Promise.all(groups.slice(0, 6).map(async (group) => {
      const { byTerm } = await shard(group.number);
      return group.words.map((word) => byTerm.get(word)).filter(Boolean);
    }));
    return lists.flat().map((entry) => ({ ...entry, factor: 0.5 }));
  }

  // The terms that stand for a term of the query: [{term, pages, weights, factor}].
  async function matches(index, term, isOpen) {
    if (!index.first.length) return [];
    const own = await shard(place(index.first, term));
    const found = [];
    const exact = own.byTerm.get(term);
    if (exact) found.push({ ...exact, factor: 1 });
    if (isOpen && term.length > 1) {
      const more = (await shardsFrom(index, term, 3))
        .filter((entry) => entry.term !== term && entry.term.startsWith(term))
        .sort((a, b) => b.pages.length - a.pages.length || compare(a.term, b.term));
      for (const entry of more.slice(0, 64)) found.push({ ...entry, factor: 0.4 });
    }
    const root = stem(term);
    if (root.length >= 4) {
      for (const entry of own.list) {
        if (entry.term !== term && entry.term.startsWith(root) && stem(entry.term) === root) {
          const old = found.find((one) => one.term === entry.term);
          if (old) old.factor = 0.8; else found.push({ ...entry, factor: 0.8 });
        }
      }
    }
    return found;
  }

  // The pages for a query, best first: {pages: [number], words: Map of term to weight}.
  async function find(query) {
    const index = await open();
    const isOpen = !/\s$/.test(query);
    const chunks = analyze(query);
    const wanted = [];
    chunks.forEach((chunk, position) => {
      const mayGoOn = isOpen && position === chunks.length - 1;
      const terms = [...new Set(chunk.parts.map((part) => part.term))];
      terms.forEach((term, i) => {
        wanted.push({ term, isOpen: mayGoOn && i === terms.length - 1, isName: false });
      });
      if (chunk.name) wanted.push({ term: chunk.name.term, isOpen: mayGoOn, isName: true });
    });
    const limited = wanted.slice(0, 24);
    const lists = await Promise.all(limited.map(async (one) => {
      const list = await matches(index, one.term, one.isOpen);
      // A name is asked for on top of its parts, so it needs no guess.
      const isKnown = list.length > 0 || one.isName || one.term.length < 4;
      return isKnown ? list : guesses(index, one.term);
    }));
    return ranked(index, limited, lists);
  }

  function ranked(index, wanted, lists) {
    const scores = new Float64Array(index.count), hits = new Uint8Array(index.count);
    const words = new Map();
    let needed = 0;
    lists.forEach((list, i) => {
      const isName = wanted[i].isName;
      const best = new Float64Array(index.count);
      // What goes on from a word, or stands for it, is not worth more for being rarer.
      const most = Math.max(0, ...list.map((entry) => entry.pages.length));
      const rarity = Math.log(1 + (index.count - most + 0.5) / (most + 0.5));
      for (const entry of list) {
        const factor = entry.factor * (isName ? 3 : 1);
        words.set(entry.term, Math.max(words.get(entry.term) || 0, rarity * factor));
        for (let k = 0; k < entry.pages.length; k++) {
          const page = entry.pages[k], weight = entry.weights[k];
          const norm = 2 * (0.25 + 0.75 * index.lengths[page] / index.mean);
          best[page] = Math.max(best[page], factor * rarity * weight * 3 / (weight + norm));
        }
      }
      if (!isName) needed++;
      for (let page = 0; page < index.count; page++) {
        if (best[page] > 0) { scores[page] += best[page]; if (!isName) hits[page]++; }
      }
    });
    const all = [], some = [];
    for (let page = 0; page < index.count; page++) {
      if (hits[page] === needed && needed > 0) all.push(page);
      else if (hits[page] > 0) some.push(page);
    }
    const byScore = (a, b) => scores[b] - scores[a] || a - b;
    const byHits = (a, b) => hits[b] - hits[a] || byScore(a, b);
    const pages = all.length ? all.sort(byScore) : some.sort(byHits);
    return { pages, words, isAll: all.length > 0 };
  }

  // MARK: Results

  const WIDTH = 180;

  // What is shown of a page: {url, title, kind, system, heading, line}.
  async function shown(page, words) {
    const [entries] = await load("d/" + (page >> 5));
    const [url, title, kind, system, file, position] = entries[page & 31];
    const result = { url, title, kind, system, heading: "", line: "" };
    const [texts] = await load("x/" + file);
    const [sections, steps, text] = texts[position];
    const lines = steps.length ? text.split("\n") : [];
    const numbers = [];
    steps.reduce((line, step, i) => (numbers[i] = line + (step >> 1)), 0);
    let best = 0, bestLine = -1, bestSection = -1;
    sections.forEach((section, number) => {
      const end = number + 1 < sections.length ? sections[number + 1][3] : lines.length;
      const heading = worth(section[2], words);
      if (heading > best) [best, bestLine, bestSection] = [heading, -1, number];
      for (let i = section[3]; i < end; i++) {
        const value = worth(lines[i], words) + heading / 4;
        if (value > best + 1e-9 && value > heading) {
          [best, bestLine, bestSection] = [value, i, number];
        }
      }
    });
    if (bestSection < 0) return { ...result, line: lines[0] || "" };
    const [anchor, , heading, first] = sections[bestSection];
    result.heading = heading;
    if (bestLine >= 0 && steps[bestLine] & 1) result.url += "#L" + numbers[bestLine];
    else if (anchor) result.url += "#" + encodeURIComponent(anchor);
    result.line = lines[bestLine >= 0 ? bestLine : first] || "";
    return result;
  }

  // How much of the query a line holds.
  function worth(line, words) {
    const seen = new Set();
    let sum = 0;
    for (const { term } of marks(line, words)) {
      if (!seen.has(term)) { seen.add(term); sum += words.get(term); }
    }
    return sum;
  }

  function marks(line, words) {
    return analyze(line)
      .flatMap((chunk) => chunk.name ? [...chunk.parts, chunk.name] : chunk.parts)
      .filter((one) => words.has(one.term))
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  function element(name, properties, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // A text with the words found in <mark>; a long one is cut around the first.
  function marked(line, words) {
    const found = marks(line, words);
    const from = found.length && line.length > WIDTH ? Math.max(0, found[0].start - 60) : 0;
    const to = Math.min(line.length, from + WIDTH);
    const parts = [];
    let at = from;
    for (const { start, end } of found) {
      if (start < at || end > to) continue;
      parts.push(line.slice(at, start), element("mark", {}, line.slice(start, end)));
      at = end;
    }
    parts.push(line.slice(at, to));
    if (from > 0) parts.unshift("… ");
    if (to < line.length) parts.push(" …");
    return parts;
  }

  function row(result, words, properties) {
    const place = [result.system, result.kind, result.heading].filter(Boolean).join(" › ");
    const link = element("a", { href: root + result.url }, ...marked(result.title, words));
    return element("li", { class: "result", ...properties }, link,
      element("p", { class: "result-place" }, place),
      element("p", { class: "result-text" }, ...marked(result.line, words)));
  }

  const say = (found, query) => {
    const count = found.pages.length;
    if (!count) return "No page says “" + query + "”.";
    const pages = count === 1 ? "1 page" : count + " pages";
    return found.isAll ? pages : pages + " with some of the words";
  };

  // MARK: The box

  const input = element("input", {
    type: "search", class: "search-box", role: "combobox", "aria-label": "Search",
    "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list",
    placeholder: "Search", autocomplete: "off", spellcheck: "false", maxlength: "200",
  });
  const list = element("ul", {
    id: "search-list", class: "search-results", role: "listbox", "aria-label": "Results",
    hidden: "",
  });
  host.append(input, list);

  // The page of results has a list and a line of its own.
  const target = document.getElementById("results");
  const status = target && (document.getElementById("search-status") ||
    element("p", { id: "search-status", role: "status" }));
  const results = target && (/^[OU]L$/.test(target.tagName) ? target : element("ol", {}));
  if (target && !status.isConnected) target.before(status);
  if (target && results !== target) target.append(results);

  let turn = 0, timer = 0, selected = -1;

  function show(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) choose(-1);
  }

  function choose(number) {
    const options = [...list.querySelectorAll("[role=option]")];
    selected = options.length ? Math.min(number, options.length - 1) : -1;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === selected)));
    if (selected < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[selected].id);
    options[selected].scrollIntoView({ block: "nearest" });
  }

  const chosen = () => input.getAttribute("aria-activedescendant");
  const address = (query) => root + "search.html?q=" + encodeURIComponent(query);

  async function run() {
    const query = input.value, mine = ++turn;
    try {
      if (!query.trim()) return clear();
      const found = await find(query);
      if (mine !== turn) return;
      if (results) await fill(found, query, mine); else await drop(found, query, mine);
    } catch (error) {
      if (mine !== turn) return;
      const words = "The search cannot be used: " + error.message;
      if (status) status.textContent = words;
      else { list.replaceChildren(element("li", {}, words)); show(true); }
    }
  }

  function clear() {
    list.replaceChildren();
    show(false);
    if (results) { results.replaceChildren(); status.textContent = ""; }
  }

  async function drop(found, query, mine) {
    const some = await Promise.all(found.pages.slice(0, 7).map((page) => shown(page, found.words)));
    if (mine !== turn) return;
    const option = (name) => ({ role: "option", id: "search-" + name, "aria-selected": "false" });
    const rows = some.map((one, i) => {
      const made = row(one, found.words, option(i));
      made.querySelector("a").tabIndex = -1;
      return made;
    });
    if (found.pages.length > some.length) {
      const words = "All " + found.pages.length + " pages";
      const link = element("a", { href: address(query), tabindex: "-1" }, words);
      rows.push(element("li", { class: "result", ...option("all") }, link));
    }
    if (!rows.length) rows.push(element("li", {}, say(found, query)));
    list.replaceChildren(...rows);
    show(true);
    choose(-1);
  }

  async function fill(found, query, mine) {
    history.replaceState(null, "", "?q=" + encodeURIComponent(query));
    const more = element("button", { type: "button" }, "Show more");
    let count = 0;
    results.replaceChildren();
    status.textContent = say(found, query);
    const add = async () => {
      const pages = found.pages.slice(count, count + 10);
      const some = await Promise.all(pages.map((page) => shown(page, found.words)));
      if (mine !== turn) return;
      const rows = some.map((one) => row(one, found.words, {}));
      more.parentNode?.remove();
      results.append(...rows);
      count += rows.length;
      if (count < found.pages.length) results.append(element("li", {}, more));
      return rows[0];
    };
    more.addEventListener("click", async () => (await add())?.querySelector("a").focus());
    await add();
  }

  input.addEventListener("focus", () => {
    open().catch(() => {});
    if (!results && list.childElementCount && input.value.trim()) show(true);
  });
  input.addEventListener("input", () => {
    turn++;
    clearTimeout(timer);
    timer = setTimeout(run, 80);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const isOpen = !list.hidden;
    if (event.key === "Escape") {
      event.preventDefault();
      if (isOpen) show(false); else { input.value = ""; turn++; clear(); input.blur(); }
    } else if (event.key === "Enter") {
      if (isOpen && selected >= 0) document.getElementById(chosen()).querySelector("a").click();
      else if (results) { clearTimeout(timer); run(); }
      else if (input.value.trim()) location.href = address(input.value);
    } else if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      choose(Math.max(-1, selected + (event.key === "ArrowDown" ? 1 : -1)));
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!host.contains(event.target)) show(false);
  });
  host.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !host.contains(event.relatedTarget)) show(false);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  // A page that is restored on the way back keeps its words, not its list.
  const asked = results && new URLSearchParams(location.search).get("q");
  if (asked) { input.value = asked; run(); } else if (results) input.focus();
})();

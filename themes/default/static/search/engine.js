// The search box asks the server that the settings name. Its answers become cards like those of the index.
// Meilisearch 1, Typesense 27 and OpenSearch 2, as their documentation describes the search of one index.
(function () {
  "use strict";

  const { engine, url, key, index, kinds, roles } = globalThis.jalonServer;
  const COUNT = 10;
  const PATIENCE = 4000; // milliseconds
  const FIELDS = { title: 8, aliases: 6, trail: 3, facts: 3, text: 1 };
  const SHOWN = ["url", "title", "trail", "kind", "facts", "fact_urls", "text"];
  const name = encodeURIComponent(index);

  /** What each engine is asked for `words`, for a role or for all, from the result number `from` on; and what it answered. */
  const ENGINES = {
    meilisearch: {
      ask: (words, role, from) => ({
        path: `/indexes/${name}/search`,
        headers: key ? { Authorization: `Bearer ${key}` } : {},
        body: {
          q: words, offset: from, limit: COUNT, attributesToRetrieve: SHOWN,
          ...(role && { filter: `for_everybody = true OR roles = ${JSON.stringify(role)}` }),
        },
      }),
      read: ({ hits, estimatedTotalHits }) => ({ total: estimatedTotalHits, records: hits }),
    },
    typesense: {
      ask: (words, role, from) => ({
        path: `/collections/${name}/documents/search?` + new URLSearchParams({
          q: words, query_by: Object.keys(FIELDS), query_by_weights: Object.values(FIELDS),
          include_fields: SHOWN, per_page: COUNT, page: from / COUNT + 1,
          ...(role && { filter_by: "for_everybody:true || roles:=[`" + role.replaceAll("\x60", "") + "`]" }),
        }),
        headers: key ? { "X-TYPESENSE-API-KEY": key } : {},
      }),
      read: ({ hits, found }) => ({ total: found, records: hits.map((hit) => hit.document) }),
    },
    opensearch: {
      ask: (words, role, from) => {
        const fields = Object.entries(FIELDS).map(([field, weight]) => `${field}^${weight}`);
        const whole = { query: words, fields, minimum_should_match: "2<75%" };
        const kinds = [{ ...whole, type: "best_fields", fuzziness: "AUTO" }, { ...whole, type: "bool_prefix" }];
        const suits = [{ term: { for_everybody: true } }, { term: { roles: role } }];
        return {
          path: `/${name}/_search`,
          headers: key ? { Authorization: key } : {},
          body: {
            from, size: COUNT, _source: SHOWN,
            query: { bool: {
              must: { bool: { should: kinds.map((kind) => ({ multi_match: kind })) } },
              ...(role && { filter: { bool: { should: suits } } }),
            } },
          },
        };
      },
      read: ({ hits }) => ({ total: hits.total.value, records: hits.hits.map((hit) => hit._source) }),
    },
  };

  /** A record of `jalon export search` as a card. */
  function card({ url: address, title, trail, kind, facts, fact_urls: links, text }) {
    const at = address.indexOf("#");
    const page = (at < 0 ? address : address.slice(0, at)).replace(/^\//, "");
    return {
      page, anchor: at < 0 ? "" : address.slice(at + 1), title, text,
      trail: trail.join(" › "), sort: Math.max(kinds.indexOf(kind), 0),
      facts: facts.flatMap((fact, number) => [fact, links[number] ?? ""]),
    };
  }

  let before = new AbortController();

  globalThis.jalonSearch.server = {
    roles,
    /** Cards for what was typed, and how many there are in all. `bit` is that of a role, 0 for all. */
    async ask(words, bit, from) {
      before.abort();
      before = new AbortController();
      const { ask, read } = ENGINES[engine];
      const { path, headers, body } = ask(words, bit ? roles[Math.log2(bit)] : null, from);
      const answer = await fetch(url + path, {
        method: body ? "POST" : "GET",
        headers: body ? { ...headers, "Content-Type": "application/json" } : headers,
        body: body && JSON.stringify(body),
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.any([before.signal, AbortSignal.timeout(PATIENCE)]),
      });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const { total, records } = read(await answer.json());
      return { total, cards: records.map(card) };
    },
  };
})();

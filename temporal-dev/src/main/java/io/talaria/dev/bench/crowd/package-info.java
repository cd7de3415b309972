/** Candidates in numbers: they write signed webhooks and hear replies from the ledger. */
@NullMarked
package io.talaria.dev.bench.crowd;

import org.jspecify.annotations.NullMarked;

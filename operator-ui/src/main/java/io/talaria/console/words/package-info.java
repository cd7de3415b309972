/** What the console says, in three languages; no text stands in code. */
@NullMarked
package io.talaria.console.words;

import org.jspecify.annotations.NullMarked;

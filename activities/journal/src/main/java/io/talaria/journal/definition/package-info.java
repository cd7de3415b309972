/** Definitions of journeys: read from YAML, kept as immutable versions, handed out with texts. */
@NullMarked
package io.talaria.journal.definition;

import org.jspecify.annotations.NullMarked;

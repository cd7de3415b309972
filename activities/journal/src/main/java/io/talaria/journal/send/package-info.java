/** Turn claims and sends: intent row before the call, outcome row after it; the rows win. */
@NullMarked
package io.talaria.journal.send;

import org.jspecify.annotations.NullMarked;

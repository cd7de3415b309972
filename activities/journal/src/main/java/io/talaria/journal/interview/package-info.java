/** Who has which time of an interview. */
@NullMarked
package io.talaria.journal.interview;

import org.jspecify.annotations.NullMarked;

/** What a phone number tells: whose country it is of, and where its clock is read. */
@NullMarked
package io.talaria.journal.phone;

import org.jspecify.annotations.NullMarked;

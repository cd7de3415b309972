/**
 * What comes in from outside: raw deliveries, people and their names, messages, statuses, and what
 * could not be understood. The gateway writes here; the worker adopts statuses that came early.
 */
@NullMarked
package io.talaria.journal.inbox;

import org.jspecify.annotations.NullMarked;

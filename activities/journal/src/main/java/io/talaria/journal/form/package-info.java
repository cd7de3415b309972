/** Signed links to web forms: the worker makes them, the gateway believes them. */
@NullMarked
package io.talaria.journal.form;

import org.jspecify.annotations.NullMarked;

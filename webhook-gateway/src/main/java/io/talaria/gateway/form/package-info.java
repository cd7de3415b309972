/** The door for web forms: their providers tell, signed, what a candidate filled in. */
@NullMarked
package io.talaria.gateway.form;

import org.jspecify.annotations.NullMarked;

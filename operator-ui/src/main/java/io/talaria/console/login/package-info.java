/** How people come in: password, one-time link, and who they are afterwards. */
@NullMarked
package io.talaria.console.login;

import org.jspecify.annotations.NullMarked;

/** The API for clients' own systems: each call carries its client's key. */
@NullMarked
package io.talaria.gateway.api;

import org.jspecify.annotations.NullMarked;

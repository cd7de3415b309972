/** Real browser windows without a driver: Chromium's own protocol over one socket. */
@NullMarked
package io.talaria.dev.bench.browser;

import org.jspecify.annotations.NullMarked;

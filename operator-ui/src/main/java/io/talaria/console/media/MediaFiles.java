package io.talaria.console.media;

import io.talaria.console.login.SignedIn;
import io.talaria.journal.media.Media;
import io.talaria.journal.media.Media.Stored;
import io.talaria.journal.media.MediaStore;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands out a file to whoever is signed in to its account. Strangers made it: a browser must not
 * guess what it is, nor run anything in it. Pictures may stand in a page, all else is downloaded.
 */
@RestController
class MediaFiles {
  private static final Logger log = LoggerFactory.getLogger(MediaFiles.class);

  private final Media media;
  private final MediaStore store;

  MediaFiles(Media media, MediaStore store) {
    this.media = media;
    this.store = store;
  }

  @GetMapping("/media/{id}")
  void file(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn me, HttpServletResponse response)
      throws IOException {
    Stored file = media.find(me.accountId(), id).orElseThrow(MediaFiles::nothing);
    try (InputStream bytes = open(id, file)) {
      ContentDisposition.Builder shown =
          Pictures.isOne(file.type())
              ? ContentDisposition.inline()
              : ContentDisposition.attachment();
      String name = file.name() == null ? "file-" + id : file.name();
      response.setContentType(file.type());
      response.setContentLengthLong(file.size());
      // Set, not added: what the filters wrote before must not stand beside it.
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=600");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          shown.filename(name, StandardCharsets.UTF_8).build().toString());
      bytes.transferTo(response.getOutputStream());
    }
  }

  private InputStream open(UUID id, Stored file) throws IOException {
    Optional<InputStream> bytes = store.read(file.candidateId(), id);
    if (bytes.isEmpty()) {
      log.error(
          "File {} is in the journal but not in the media store. Worker and console must see the"
              + " same talaria.media.path",
          id);
    }
    return bytes.orElseThrow(MediaFiles::nothing);
  }

  private static ResponseStatusException nothing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}

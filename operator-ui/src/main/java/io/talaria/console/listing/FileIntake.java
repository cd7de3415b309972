package io.talaria.console.listing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Words;
import io.talaria.journal.listing.ListingImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Takes a CSV file and has it imported beside the page; the report shows how far it is. */
class FileIntake extends Div {
  private static final int LARGEST = 50 * 1024 * 1024;

  private final Words words = Words.here();
  private final ListingImport listingImport;
  private final Background background;
  private final SignedIn me;
  private final Runnable moved;
  private final Checkbox closeMissing = new Checkbox(words.say("listings.close"));

  /**
   * @param moved told when an import begins and when it ends
   */
  FileIntake(ListingImport listingImport, Background background, SignedIn me, Runnable moved) {
    this.listingImport = listingImport;
    this.background = background;
    this.me = me;
    this.moved = moved;
    addClassName("intake");
    closeMissing.getElement().setAttribute("title", words.say("listings.close.what"));
    var button = new Button(words.say("listings.upload"));
    button.addThemeVariants(ButtonVariant.AURA_PRIMARY);
    var upload =
        new Upload(
            UploadHandler.toTempFile((metadata, file) -> take(metadata.fileName(), file.toPath())));
    upload.setUploadButton(button);
    upload.setDropAllowed(false);
    upload.setAcceptedFileTypes(".csv", ".txt", ".tsv", "text/csv");
    upload.setMaxFileSize(LARGEST);
    upload.addFileRejectedListener(
        refused ->
            Notification.show(words.say("listings.refused.file"), 7_000, Position.BOTTOM_START));
    // The report tells more than the component's own list of files.
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    add(closeMissing, upload);
  }

  /** Imports the file and deletes it. */
  void take(String name, Path file) {
    UI ui = UI.getCurrent();
    boolean close = closeMissing.getValue();
    background.run(
        ui,
        () -> {
          try {
            return listingImport.begin(me.accountId(), file, name, me.name(), close);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        id -> {
          moved.run();
          run(ui, id, file, close);
        },
        failure -> failed());
  }

  private void run(UI ui, UUID id, Path file, boolean close) {
    background.run(
        ui,
        () -> {
          try {
            listingImport.run(me.accountId(), id, file, close);
            return Files.deleteIfExists(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        done -> moved.run(),
        failure -> failed());
  }

  private void failed() {
    Notification.show(words.say("error.journal"), 7_000, Position.BOTTOM_START);
  }
}

package io.talaria.console.inbox;

import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journal.send.ErrorTable;
import io.talaria.journey.ReplyReceipt;
import io.talaria.port.Outbound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends what the reader wrote, once, and not over a colleague's words that they haven't seen. */
class Replying {
  private final Words words;
  private final DeskSentences sentences;
  private final SignedIn me;
  private final Requests requests;
  private final Interventions.Asker asker;
  private final Composer composer;
  private PendingReply pending = PendingReply.NONE;

  Replying(
      DeskSentences sentences,
      SignedIn me,
      Requests requests,
      Interventions.Asker asker,
      Composer composer) {
    this.words = sentences.words();
    this.sentences = sentences;
    this.me = me;
    this.requests = requests;
    this.asker = asker;
    this.composer = composer;
  }

  /** Another conversation is open. */
  void another() {
    pending = PendingReply.NONE;
  }

  /** The reader sees the team's words up to here. */
  void begun(Opened opened) {
    pending = pending.begun(opened.lastOfTeam());
  }

  void send(Opened now, Outbound content) {
    Sent other = pending.answeredMeanwhile(now.lastOfTeam(), me.id());
    if (other != null) {
      pending = pending.seen(now.lastOfTeam());
      composer.notSent(
          words.say(
              "collision",
              "name",
              other.operatorName() == null ? "" : other.operatorName(),
              "t",
              Moments.here().minute(other.at())));
      return;
    }
    pending = pending.of(content);
    UUID id = now.head().candidateId();
    UUID request = pending.request();
    Sent last = now.lastOfTeam();
    composer.sending(true);
    boolean beside = now.head().holder() == null;
    asker.ask(
        () ->
            beside
                ? requests.writeBeside(me, id, request, content)
                : requests.reply(me, id, request, content),
        answer -> {
          composer.sending(false);
          switch (answer) {
            case DeskAnswer.Done<ReplyReceipt>(ReplyReceipt receipt) -> replied(receipt, last);
            case DeskAnswer.Away<ReplyReceipt> away -> composer.notSent(words.say("reply.away"));
            default -> composer.notSent(sentences.refusal(answer));
          }
        });
  }

  private void replied(ReplyReceipt receipt, @Nullable Sent last) {
    pending = PendingReply.NONE.seen(last);
    if (receipt.standing() == ReplyReceipt.Standing.NOT_SENT) {
      composer.notSent(whyNot(receipt));
    } else {
      composer.sent();
    }
  }

  /** By WhatsApp's number where we have words for it, else by what such refusals mean. */
  private String whyNot(ReplyReceipt receipt) {
    String reason = receipt.reason();
    String meaning =
        words.sayOr(reason == null ? "error.unknown" : reason, words.say("error.unknown"));
    Integer code = receipt.errorCode();
    return code == null
        ? meaning
        : words.sayOr(ErrorTable.sentence(code), meaning) + " (" + code + ")";
  }
}

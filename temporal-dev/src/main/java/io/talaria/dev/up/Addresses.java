package io.talaria.dev.up;

/** What one needs to know of a running installation. */
record Addresses(Ports ports, Folders folders) {
  String text(boolean arriving) {
    return """

        Console       http://localhost:%d    camila@demo.talaria.example (lead) or rafael@demo.talaria.example, password demo-talaria
        Phone         http://localhost:%d/phone    chat as a candidate
        Slack         http://localhost:%d/slack    where alerts arrive
        Temporal      http://localhost:%d    every journey as a workflow
        Webhook       http://localhost:%d/webhooks/whatsapp
        PostgreSQL    %s    user talaria, password talaria
        Logs          %s
        %s"""
        .formatted(
            ports.console(),
            ports.simulators(),
            ports.simulators(),
            ports.temporalUi(),
            ports.gateway(),
            Database.url(ports.postgres()),
            folders.logs(),
            arriving
                ? "\nA dozen candidates are writing their first messages now. Ctrl-C ends everything.\n"
                : "\nCtrl-C ends everything; what happened is kept for the next start.\n");
  }
}

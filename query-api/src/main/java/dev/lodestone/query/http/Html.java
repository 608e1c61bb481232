package dev.lodestone.query.http;

/// Pages, plain and without scripts. Texts from outside are escaped here and nowhere else.
final class Html {
    private Html() {}

    static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s · Lodestone</title>
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <header><a href="/">Lodestone</a></header>
        <main>
        %s
        </main>
        <footer><a href="/openapi.json">API</a> · <a href="/sparql?query=SELECT%%20*%%20%%7B%%20%%3Fsample%%20a%%20ls%%3ASample%%20%%7D%%20LIMIT%%20100&amp;format=table">SPARQL</a> · <a href="/health/ready">state</a> · <a href="/metrics">metrics</a></footer>
        </body>
        </html>
        """
                .formatted(text(title), body);
    }

    static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

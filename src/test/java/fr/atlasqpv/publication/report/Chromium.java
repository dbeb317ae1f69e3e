package fr.atlasqpv.publication.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real browser without a window, driven by its DevTools protocol: what a page shows at a width, what it asks of the network,
 * what it complains of.
 */
final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final int PATIENCE = 60;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private String session = "";

    private Chromium(Process process, URI address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Messages()).join();
    }

    /** The browser of this machine, when there is one. */
    static Optional<Path> program() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /**
     * Starts a browser with a blank page.
     *
     * @param profile folder of its own, created
     */
    static Chromium start(Path profile) throws Exception {
        Files.createDirectories(profile);
        Process process = new ProcessBuilder(
                program().orElseThrow().toString(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("browser.log").toFile())
                .start();
        try {
            List<String> port = port(profile, process);
            Chromium browser =
                    new Chromium(process, URI.create("ws://127.0.0.1:" + port.get(0) + port.get(1)));
            String target = browser.ask("Target.createTarget", Map.of("url", "about:blank")).at("/targetId").asString();
            browser.session = browser.ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                    .at("/sessionId")
                    .asString();
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                browser.ask(domain + ".enable", Map.of());
            }
            return browser;
        } catch (Exception | AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    // The browser writes the port that it chose, and the path of its socket, once it listens
    private static List<String> port(Path profile, Process process) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        for (int tries = 0; tries < PATIENCE * 20; tries++) {
            if (Files.exists(file) && Files.readAllLines(file).size() == 2) {
                return Files.readAllLines(file);
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("the browser did not start:\n" + Files.readString(profile.resolve("browser.log")));
    }

    /**
     * Opens a page and waits until it is whole.
     *
     * @param width width of the screen, CSS pixels
     * @param phone whether the screen is that of a phone
     */
    void open(Path page, int width, boolean phone) throws Exception {
        events.clear();
        ask("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", phone));
        ask("Page.navigate", Map.of("url", page.toUri().toString()));
        for (int tries = 0; tries < PATIENCE * 20; tries++) {
            if (events.stream().anyMatch(e -> e.at("/method").asString().equals("Page.loadEventFired"))) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the page did not load: " + page);
    }

    /** Value of an expression of JavaScript; a promise is waited for. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode result = ask(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (!result.at("/exceptionDetails").isMissingNode()) {
            throw new AssertionError(result.at("/exceptionDetails").toString());
        }
        return result.at("/result/value");
    }

    /** Addresses that the page asked for, its own included. */
    List<String> requests() {
        return events("Network.requestWillBeSent").map(e -> e.at("/params/request/url").asString()).toList();
    }

    /** What the page wrote to the console, threw, or what the browser had to say of it. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (String kind : List.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")) {
            events(kind).map(JsonNode::toString).forEach(complaints::add);
        }
        return complaints;
    }

    private Stream<JsonNode> events(String method) {
        return events.stream().filter(e -> e.at("/method").asString().equals(method));
    }

    private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
        int id = next.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        Map<String, Object> message = new java.util.HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(JsonMapper.shared().writeValueAsString(message), true).join();
        JsonNode json = answer.get(PATIENCE, TimeUnit.SECONDS);
        if (!json.at("/error").isMissingNode()) {
            throw new AssertionError(method + ": " + json.at("/error"));
        }
        return json.at("/result");
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> answer = answers.remove(message.at("/id").asInt(0));
                if (answer == null) {
                    events.add(message);
                } else {
                    answer.complete(message);
                }
            }
            from.request(1);
            return null;
        }
    }
}

package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.result.AuditWay;
import etl.result.AuditWay.Step;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Walks through pages of our own in a real browser.
class HandWalkTest {

    @TempDir private static Path folder;

    /// A list, and behind a link the log: as text, in a shadow tree, hidden, or in a frame.
    @BeforeAll
    static void writePages() throws IOException {
        assumeTrue(Chromium.isThere(), "chromium and chromedriver are not installed");
        Files.writeString(
                folder.resolve("list.html"),
                """
                <input id=search oninput="document.querySelector('#late').hidden = false">
                <p id=late hidden><a href=log.html>Failed</a></p>
                <p><a href=shadow.html>Shadow</a> <a href=hidden.html>Hidden</a>
                """);
        Files.writeString(folder.resolve("log.html"), "<pre>before\nthe needle\nafter</pre>");
        Files.writeString(folder.resolve("hidden.html"), "<p style='display:none'>the needle</p>");
        Files.writeString(
                folder.resolve("shadow.html"),
                """
                <div id=host></div>
                <script>
                document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML =
                    '<p>the needle</p>';
                </script>
                """);
    }

    /// What is not drawn gives its text as if it were shown.
    @BeforeAll
    static void writeHiddenPages() throws IOException {
        String shadow =
                """
                <div id=host style='%s'></div>
                <script>
                document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML =
                    '<p>the needle</p>';
                </script>
                """;
        Files.writeString(folder.resolve("host.html"), shadow.formatted("display:none"));
        Files.writeString(
                folder.resolve("pale.html"), "<div style='opacity:0'><p>the needle</p></div>");
        Files.writeString(
                folder.resolve("frame.html"),
                "<iframe style='display:none' srcdoc='<p>the needle</p>'></iframe>");
        Files.writeString(folder.resolve("parts.html"), "<p>the <b>need</b>le</p>");
        Files.writeString(
                folder.resolve("redirect.html"), "<script>location.replace('list.html')</script>");
    }

    private static HandWalk.Walked walk(String name, Step... steps) {
        return walk(folder.resolve("list.html").toUri().toString(), name, steps);
    }

    private static HandWalk.Walked walk(String page, String name, Step... steps) {
        AuditWay way =
                new AuditWay(
                        page,
                        List.of(steps),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "");
        try (HandWalk walk = HandWalk.open(folder.resolve(name), Duration.ofSeconds(3))) {
            return walk.follow(way, "the needle");
        }
    }

    private static Step click(String on) {
        return new Step("click", on, null, "see more", false);
    }

    @Test
    void stepsAreCountedAndPictured() {
        HandWalk.Walked walked =
                walk(
                        "counted",
                        new Step("type", "css: #search", "etl", "look for the job", false),
                        click("text: Failed"));

        assertTrue(walked.found());
        assertNull(walked.stuckAt());
        assertEquals(1, walked.clicks());
        assertEquals(1, walked.typed());
        assertEquals(2, walked.pages());
        assertEquals(
                List.of(
                        "counted-0-look-for-the-job.jpg",
                        "counted-1-see-more.jpg",
                        "counted-2-found.jpg"),
                walked.pictures().stream().map(p -> p.getFileName().toString()).toList());
        walked.pictures().forEach(p -> assertTrue(Files.exists(p)));
    }

    @Test
    void aGreetingThatDoesNotComeIsPassedBy() {
        HandWalk.Walked walked =
                walk(
                        "greeting",
                        new Step("click", "text: Skip", null, "no greeting", true),
                        click("xpath: //a[.='Shadow']"));

        assertTrue(walked.found());
        assertEquals(1, walked.clicks());
    }

    @Test
    void aShadowTreeIsLookedInto() {
        assertTrue(walk("shadow", click("xpath: //a[.='Shadow']")).found());
    }

    @Test
    void whatIsHiddenIsNotFound() {
        HandWalk.Walked walked = walk("hidden", click("text: Hidden"));

        assertFalse(walked.found());
        assertNull(walked.stuckAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "pale", "frame"})
    void whatIsNotDrawnIsNotFound(String name) {
        String page = folder.resolve(name + ".html").toUri().toString();
        assertFalse(walk(page, name).found());
    }

    @Test
    void aTextInPartsIsFound() {
        assertTrue(walk(folder.resolve("parts.html").toUri().toString(), "parts").found());
    }

    /// A start page that leads on by itself is one page.
    @Test
    void aRedirectIsNoPage() {
        String page = folder.resolve("redirect.html").toUri().toString();
        HandWalk.Walked walked = walk(page, "redirect", click("xpath: //a[.='Shadow']"));

        assertTrue(walked.found());
        assertEquals(2, walked.pages());
    }

    @Test
    void aPageThatDoesNotOpenIsNamed() throws IOException {
        int nobodys;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobodys = socket.getLocalPort();
        }
        String page = "http://127.0.0.1:%d/".formatted(nobodys);
        HandWalk.Walked walked = walk(page, "closed", click("text: Runs"));

        assertFalse(walked.found());
        assertEquals("the page does not open: " + page, walked.stuckAt());
        assertEquals(0, walked.pages());
    }

    @Test
    void aStepThatCannotBeMadeIsNamed() {
        HandWalk.Walked walked = walk("stuck", click("text: Renamed"));

        assertFalse(walked.found());
        assertEquals("see more (click): text: Renamed", walked.stuckAt());
        assertEquals("stuck-0-not-found.jpg", walked.pictures().getLast().getFileName().toString());
    }
}

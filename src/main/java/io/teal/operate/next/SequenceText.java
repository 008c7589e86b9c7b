package io.teal.operate.next;

import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Sequence} as shell commands with comments; the first command that fails ends it.
 *
 * @param sequence the deploys
 * @param place where the release is written
 */
public record SequenceText(Sequence sequence, DeployCommands place) {
    private static final int COLUMNS = 80;
    private static final String GO_ON = " &&";
    private static final String BREAK = " \\";

    /** {@code -c} and its value stay on one line. */
    private static final String BETWEEN_WORDS = "(?<!-c) ";

    /** The lines, none longer than 80 columns unless one word is. */
    public List<String> lines() {
        List<Release> releases = sequence.releases();
        List<String> lines = new ArrayList<>(head(releases.size()));
        Release before = sequence.now();
        for (int at = 0; at < releases.size(); at++) {
            boolean last = at == releases.size() - 1;
            lines.addAll(comments(at + 1, releases.size(), before, releases.get(at)));
            List<String> commands = commands(before, releases.get(at), at == 0, last);
            for (String command : commands) {
                boolean end = last && command.equals(commands.get(commands.size() - 1));
                lines.addAll(wrapped(end ? command : command + GO_ON));
            }
            before = releases.get(at);
        }
        return lines;
    }

    private List<String> head(int deploys) {
        Duration waits = sequence.hold().multipliedBy(deploys - 1L);
        return List.of(
                "# " + sequence.strategy() + " in " + deploys + " deploys, " + text(waits)
                        + " of waiting between them.",
                "# Alarms are watched during each deploy, and not during the waits.",
                "# Stop at any point: traffic then stays as it is.");
    }

    private static List<String> comments(int number, int of, Release before, Release after) {
        List<String> said = new NextText(request(before), request(after)).deploy();
        List<String> lines = new ArrayList<>(List.of("", "# " + number + " of " + of + ": " + said.get(0)));
        said.stream().skip(1).map(line -> "#   " + line).forEach(lines::add);
        return lines;
    }

    private List<String> commands(Release before, Release after, boolean first, boolean last) {
        List<String> commands = new ArrayList<>(place.deploy(before, request(after), first));
        boolean rests = after.candidatePercent() > 0;
        if (!last && rests) {
            commands.add("sleep " + sequence.hold().toSeconds());
        }
        return commands;
    }

    /** All at once: the service's strategy may not fit between two shares. */
    private static ReleaseRequest request(Release release) {
        return new ReleaseRequest(release, Optional.of(new Strategy.AllAtOnce()), false);
    }

    private static List<String> wrapped(String command) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : command.split(BETWEEN_WORDS)) {
            boolean full = line.length() + 1 + word.length() > COLUMNS - BREAK.length();
            if (full && !line.isBlank()) {
                lines.add(line + BREAK);
                line = " ";
            }
            line = line.isEmpty() ? word : line + " " + word;
        }
        lines.add(line);
        return lines;
    }

    private static String text(Duration time) {
        long minutes = time.toMinutesPart();
        String hours = time.toHours() > 0 ? time.toHours() + "h" : "";
        String rest = minutes > 0 ? minutes + "m" : "";
        return time.toSecondsPart() > 0 ? time.toSeconds() + "s" : hours + rest;
    }
}

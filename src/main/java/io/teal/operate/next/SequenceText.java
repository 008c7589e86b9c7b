package io.teal.operate.next;

import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Sequence} as commands for a shell: a deploy that fails ends it, and what is no command is a remark.
 *
 * @param sequence the deploys
 * @param place where the release stands
 */
public record SequenceText(Sequence sequence, DeployCommands place) {
    private static final int COLUMNS = 80;
    private static final String GO_ON = " &&";
    private static final String BREAK = " \\";

    /** A flag and its value are one. */
    private static final String BETWEEN_WORDS = "(?<!-c) ";

    /** The lines, none longer than 80 columns unless one word is. */
    public List<String> lines() {
        List<Release> releases = sequence.releases();
        List<String> lines = new ArrayList<>(head(releases.size()));
        Release before = sequence.now();
        for (int at = 0; at < releases.size(); at++) {
            boolean last = at == releases.size() - 1;
            lines.addAll(remarks(at + 1, releases.size(), before, releases.get(at)));
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
                "# Each deploy watches the alarms while it bakes; nobody does while it waits.",
                "# Stop at any point: what serves then goes on serving.");
    }

    private static List<String> remarks(int number, int of, Release before, Release after) {
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

    /** At once: a deploy goes from one share to the next, and the service's own strategy may not fit. */
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

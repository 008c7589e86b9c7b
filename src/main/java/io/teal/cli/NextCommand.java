package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.next.Move;
import io.teal.operate.next.NextText;
import io.teal.operate.next.ReleaseFile;
import io.teal.operate.next.ReleaseFiles;
import io.teal.release.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teal next}: writes the next release into a release file. */
@Command(
        name = "next",
        description = {
            "Writes the next release into a release file. Needs no AWS.",
            "VERSION comes one deploy nearer to being active: it is promoted if the other"
                    + " colour runs it, else started there, and promoted at once if that colour was empty."
        },
        customSynopsis = "teal next VERSION|--retire|--back|--rest PERCENT [FILE]",
        mixinStandardHelpOptions = true,
        footerHeading = "Exit codes:%n",
        usageHelpWidth = 80)
final class NextCommand implements Callable<Integer> {
    private static final String HELP = "see teal next --help";

    @Option(names = "--retire", description = "removes the fleet of the colour that has no traffic")
    private boolean retire;

    @Option(names = "--back", description = "returns to the standby, which was active before")
    private boolean back;

    @Option(
            names = "--rest",
            paramLabel = "PERCENT",
            description = "rests a share of production on the other colour, 0 to 99")
    private Integer rest;

    @Option(names = "--start", description = "with VERSION: only starts it, without traffic")
    private boolean start;

    @Option(names = "--again", description = "with VERSION: also if the active colour runs it already")
    private boolean again;

    @Parameters(
            arity = "0..2",
            paramLabel = "VERSION|FILE",
            description = "the version, and the release file if there is more than one")
    private List<String> words = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<String> left = new ArrayList<>(words);
        Move move = move(left);
        if (left.size() > 1) {
            throw new RefusedException("one release file at a time, got " + String.join(" ", left), HELP);
        }
        ReleaseFiles files = ReleaseFiles.near(Path.of(""));
        Path path = left.isEmpty() ? files.only() : Path.of(left.get(0));
        ReleaseFile before = ReleaseFile.read(path);
        ReleaseFile after = before.write(move.from(before.request()));
        PrintWriter out = spec.commandLine().getOut();
        new NextText(before.request(), after.request())
                .lines(shown(path), files.scope(path))
                .forEach(out::println);
        out.flush();
        return ExitCode.DONE.code();
    }

    /** The move that was asked for; a version is taken from {@code left}. */
    private Move move(List<String> left) {
        List<Move> moves = new ArrayList<>();
        if (retire) {
            moves.add(new Move.Retire());
        }
        if (back) {
            moves.add(new Move.Back());
        }
        if (rest != null) {
            moves.add(new Move.Rest(rest));
        }
        if (moves.isEmpty()) {
            moves.add(toVersion(left));
        } else if (moves.size() > 1 || start || again) {
            throw new RefusedException(
                    "--retire, --back and --rest each stand alone, without --start and --again", HELP);
        }
        return moves.get(0);
    }

    private Move toVersion(List<String> left) {
        if (left.isEmpty()) {
            throw new RefusedException("no VERSION, and none of --retire, --back and --rest", HELP);
        }
        try {
            Version version = Version.of(left.remove(0));
            return start ? new Move.Start(version) : new Move.To(version, again);
        } catch (IllegalArgumentException malformed) {
            throw RefusedException.of(malformed, "write the version as it was published, before the file");
        }
    }

    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path file = path.toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }
}

package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.clean.ImageCheck;
import io.teal.operate.next.DeployCommands;
import io.teal.operate.next.NextText;
import io.teal.operate.next.PresentFlags;
import io.teal.operate.next.ReleaseFile;
import io.teal.operate.next.ReleaseFiles;
import io.teal.operate.next.Sequence;
import io.teal.operate.next.SequenceText;
import io.teal.operate.next.Transition;
import io.teal.release.InvalidValueException;
import io.teal.release.ReleaseRequest;
import io.teal.release.Strategy;
import io.teal.release.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teal next}: writes the next release into a release file. */
@Command(
        name = "next",
        description = {
            "Writes the next release into a release file. Needs no AWS, but for --image.",
            "Each run is one deploy towards VERSION: VERSION is promoted if the other colour"
                    + " runs it, else started there, and promoted in the same deploy if that colour was empty.",
            "With --by it writes nothing, and prints a deploy for each share of a strategy too long for one."
        },
        customSynopsis = {
            "teal next [promote] VERSION [FILE]",
            "       teal next start VERSION|back|retire|rest PERCENT [FILE]",
            "       teal next VERSION --by STRATEGY [FILE|-c FLAG=VALUE ...]"
        })
final class NextCommand implements Callable<Integer> {
    private static final String HELP = "see teal next --help";

    @Option(names = "--retire", description = "removes the fleet of the colour without traffic")
    private boolean retire;

    @Option(names = "--back", description = "returns to the standby, which was active before")
    private boolean back;

    @Option(names = "--contract", description = "the schema is about to stop fitting the standby: no way back to it")
    private boolean contract;

    @Option(names = "--past-contract", description = "with --back: even so, since the schema was put back")
    private boolean pastContract;

    @Option(
            names = "--rest",
            paramLabel = "PERCENT",
            description = "leaves a share of production on the other colour, 0 to 99")
    private Integer rest;

    @Option(names = "--start", description = "with VERSION: starts it without traffic")
    private boolean start;

    @Option(names = "--again", description = "with VERSION: even if the active colour runs it already")
    private boolean again;

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            description = "how deploys move weights; written into the file")
    private Strategy strategy;

    @Option(
            names = "--by",
            paramLabel = "STRATEGY",
            description = "with VERSION: prints one deploy for each share, as linear:10%%,30m")
    private Strategy by;

    @Option(
            names = {"-c", "--context"},
            paramLabel = "FLAG=VALUE",
            description = "with --by: the flags of the last deploy, instead of a file")
    private Map<String, String> context = new LinkedHashMap<>();

    @Parameters(
            arity = "0..4",
            paramLabel = "VERSION|FILE",
            description = "the version, and the release file if there is more than one")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--image",
            paramLabel = "SERVICE",
            description = "with VERSION: refuses it unless its image is there, as an ImagePipeline of SERVICE makes"
                    + " it. Needs AWS")
    private String image;

    @Mixin
    private AccountOptions account = new AccountOptions();

    @Spec
    private CommandSpec spec;

    private final StackVerb.Opener opener;

    NextCommand(StackVerb.Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        List<String> left = new ArrayList<>(words);
        takeVerb(left);
        Transition move = move(left);
        if (left.size() > 1) {
            throw new RefusedException("one release file at a time, got " + String.join(" ", left), HELP);
        }
        left.forEach(NextCommand::requireFile);
        if (by == null && !context.isEmpty()) {
            throw new RefusedException("-c goes with --by only; without, a release file is written", HELP);
        }
        PrintWriter out = spec.commandLine().getOut();
        (by == null ? written(move, left) : sequence(move, left)).forEach(out::println);
        return ExitCode.DONE.code();
    }

    /** The first word may say what the options say: {@code next rest 10} is {@code next --rest 10}. */
    private void takeVerb(List<String> left) {
        String verb = left.isEmpty() ? "" : left.get(0);
        switch (verb) {
            case "start" -> start = true;
            case "back" -> back = true;
            case "retire" -> retire = true;
            case "rest" -> rest = percent(left);
            default -> {
                if (!verb.equals("promote")) {
                    return;
                }
            }
        }
        left.remove(0);
    }

    private static Integer percent(List<String> left) {
        try {
            return Integer.valueOf(left.size() > 1 ? left.remove(1) : "");
        } catch (NumberFormatException none) {
            throw new RefusedException("rest takes a PERCENT, 0 to 99", HELP);
        }
    }

    private List<String> written(Transition move, List<String> left) throws IOException {
        ReleaseFiles files = ReleaseFiles.near(Path.of(""));
        Path path = left.isEmpty() ? files.only() : Path.of(left.get(0));
        ReleaseFile before = ReleaseFile.read(path);
        ReleaseRequest next = move.from(before.request());
        Optional<Strategy> way = Optional.ofNullable(strategy).or(next::strategy);
        ReleaseFile after = before.write(new ReleaseRequest(next.release(), way, next.allowRollBack(), next.schema()));
        return new NextText(before.request(), after.request()).lines(shown(path), files.scope(path));
    }

    private List<String> sequence(Transition move, List<String> left) throws IOException {
        if (!(move instanceof Transition.To to) || again || strategy != null || !left.isEmpty() && !context.isEmpty()) {
            throw new RefusedException("--by takes a VERSION, and a file or flags with -c", HELP);
        }
        if (!context.isEmpty()) {
            PresentFlags now = PresentFlags.of(context);
            Sequence sequence = new Sequence(now.request().release(), to.version(), by);
            return new SequenceText(sequence, new DeployCommands.ByFlags(now.scope())).lines();
        }
        Path path = left.isEmpty() ? ReleaseFiles.near(Path.of("")).only() : Path.of(left.get(0));
        Sequence sequence = new Sequence(ReleaseFile.read(path).request().release(), to.version(), by);
        return new SequenceText(sequence, new DeployCommands.ByFile(shown(path))).lines();
    }

    /** The requested transition; a version is taken from {@code left}. */
    private Transition move(List<String> left) {
        List<Transition> moves = Stream.<Transition>of(
                        retire ? new Transition.Retire() : null,
                        back ? new Transition.Back(pastContract) : null,
                        contract ? new Transition.ContractSchema() : null,
                        rest == null ? null : new Transition.Rest(rest))
                .filter(Objects::nonNull)
                .toList();
        if (pastContract && !back) {
            throw new RefusedException("--past-contract goes with --back", HELP);
        }
        if (moves.isEmpty()) {
            return toVersion(left);
        }
        if (image != null) {
            throw new RefusedException("--image goes with a VERSION", HELP);
        }
        if (moves.size() > 1 || start || again) {
            throw new RefusedException(
                    "--retire, --back, --contract and --rest each stand alone, without --start and --again", HELP);
        }
        return moves.get(0);
    }

    private Transition toVersion(List<String> left) {
        if (left.isEmpty()) {
            throw new RefusedException("no VERSION, and none of --retire, --back, --contract and --rest", HELP);
        }
        try {
            Version version = Version.of(left.remove(0));
            requireImage(version);
            return start ? new Transition.Start(version) : new Transition.To(version, again);
        } catch (InvalidValueException malformed) {
            throw new RefusedException(
                    malformed.getMessage(), "write the version as it was published, before the file");
        }
    }

    private void requireImage(Version version) {
        if (image != null) {
            ImageCheck.require(account.open(opener).account().ec2(), image, version);
        }
    }

    /** Refuses a word that is not a release file. */
    private static void requireFile(String word) {
        if (!word.endsWith(".properties") && !Files.exists(Path.of(word))) {
            throw new RefusedException("'" + word + "' is neither an option nor a release file", HELP);
        }
    }

    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path file = path.toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }
}

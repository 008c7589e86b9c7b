package io.teal.cli;

import io.teal.operate.Shop;
import io.teal.release.port.AwsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the command line refuses, as the terminal shows it. */
public final class ShownRefusals {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String PROMOTED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    private static final String RESTING = PROMOTED + " candidatePercent=10";

    private record Example(String state, String words, String arguments, Consumer<Shop> change) {
        Example(String words, String arguments) {
            this("", words, arguments, shop -> {});
        }
    }

    private static Example in(String status, String arguments) {
        return new Example("the stack is " + status, PROMOTED, arguments, shop -> shop.stack(status));
    }

    private static final List<Example> EXAMPLES = List.of(
            new Example(ONE, "next"),
            new Example(ONE, "next 2.0/0 web.properties"),
            new Example("blue runs 1.0.0", ONE, "next 1.0.0 web.properties", shop -> {}),
            new Example(ONE, "next 2.0.0 none.properties"),
            new Example(ONE, "next --back --retire web.properties"),
            new Example("green runs nothing", ONE, "next --back web.properties", shop -> {}),
            new Example("green runs nothing", ONE, "next --retire web.properties", shop -> {}),
            new Example("green runs nothing", ONE, "next --rest 10 web.properties", shop -> {}),
            new Example(PROMOTED, "next --rest 100 web.properties"),
            new Example("10 percent rests on blue", RESTING, "next 3.0.0 web.properties", shop -> {}),
            new Example("10 percent rests on blue", RESTING, "next --retire web.properties", shop -> {}),
            new Example("10 percent rests on blue", RESTING, "next --back web.properties", shop -> {}),
            new Example(
                    "the file does not name green",
                    "activeColor=blue version=1.0.0",
                    "next 2 web.properties",
                    shop -> {}),
            new Example(ONE, "status bakery"),
            new Example("the session is over", ONE, "status shop", ShownRefusals::expired),
            new Example(ONE, "plan --cdk-out cdk.out -c activeColor=blue"),
            new Example(ONE, "plan --cdk-out nowhere"),
            new Example("green was retired", ONE, "rollback shop --yes", shop -> {}),
            new Example(PROMOTED, "rollback shop --to purple"),
            new Example("green serves", PROMOTED, "rollback shop --to green --yes", shop -> {}),
            new Example(PROMOTED, "rollback shop --service web --yes"),
            new Example(
                    "traffic was rolled back before", PROMOTED, "rollback shop --yes", shop -> shop.weights(100, 0)),
            new Example("there is no terminal", PROMOTED, "rollback shop", shop -> {}),
            in("UPDATE_IN_PROGRESS", "rollback shop --to blue --yes"),
            in("UPDATE_ROLLBACK_IN_PROGRESS", "rollback shop --yes"),
            in("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "rollback shop --yes"),
            in("CREATE_IN_PROGRESS", "rollback shop --yes"),
            in("DELETE_IN_PROGRESS", "rollback shop --yes"));

    private ShownRefusals() {}

    private static void expired(Shop shop) {
        shop.account.broken = Optional.of(new AwsException("ExpiredToken", "DescribeStacks shop: it expired", null));
    }

    /** Each refused command with what it complained of; files are written into {@code folder}. */
    public static String all(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Example example : EXAMPLES) {
            Path file = folder.resolve("web.properties");
            Files.writeString(file, example.words().replace(' ', '\n') + "\n");
            String[] arguments = example.arguments()
                    .replaceAll("(\\w+\\.properties)", folder + "/$1")
                    .split(" ");
            Shop shop = Shop.settled(example.words());
            example.change().accept(shop);
            Line line = new Line();
            line.run(Teal.commandLine(Shops.opener(shop)), arguments);
            all.append(all.isEmpty() ? "" : "\n")
                    .append(example.state().isEmpty() ? "" : "# " + example.state() + "\n")
                    .append("$ teal " + example.arguments() + "\n")
                    .append(line.err().replace(folder + "/", ""));
        }
        return all.toString();
    }
}

package io.teal.cli;

import io.teal.rehearsal.TealLike;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CDK app that is a shell script: its n-th run writes the n-th template, and keeps the context it was given. */
record FakeApp(Path folder) {
    private static final String MANIFEST = """
            {"version": "54.0.0", "artifacts": {"Orders": {"type": "aws:cloudformation:stack",
             "displayName": "Orders", "properties": {"templateFile": "Orders.template.json"}}}}
            """;

    private static final String SCRIPT = """
            n=$(($(cat runs) + 1))
            echo $n > runs
            printf %s "$CDK_CONTEXT_JSON" > context-$n.json
            printf %s "$CDK_VALIDATION ${CDK_DEFAULT_ACCOUNT-unset}" > environment
            cp $n.json "$CDK_OUTDIR/Orders.template.json"
            cp manifest.json "$CDK_OUTDIR/manifest.json"
            """;

    /** An app whose runs give the usual four releases. */
    static FakeApp usual(Path folder) throws IOException {
        return of(
                folder,
                List.of(
                        TealLike.template("blue", "1.0.0", ""),
                        TealLike.template("blue", "1.0.0", "2.0.0"),
                        TealLike.template("green", "1.0.0", "2.0.0"),
                        TealLike.template("green", "", "2.0.0")));
    }

    static FakeApp of(Path folder, List<String> templates) throws IOException {
        Files.writeString(folder.resolve("cdk.json"), "{\"app\": \"sh app.sh\", \"context\": {\"team\": \"orders\"}}");
        Files.writeString(folder.resolve("app.sh"), SCRIPT);
        Files.writeString(folder.resolve("runs"), "0");
        Files.writeString(folder.resolve("manifest.json"), MANIFEST);
        for (int i = 0; i < templates.size(); i++) {
            Files.writeString(folder.resolve(i + 1 + ".json"), templates.get(i));
        }
        return new FakeApp(folder);
    }

    String context(int run) throws IOException {
        return Files.readString(folder.resolve("context-" + run + ".json"));
    }
}

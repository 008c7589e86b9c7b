package io.teal.operate.init;

import io.teal.operate.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project that {@code teal init} makes: {@code examples/starter}, with another name in the place of "shop". */
public final class Starter {
    /** What there is in {@code examples/starter}. */
    public static final List<String> FILES = List.of(
            ".github/workflows/release.yml",
            "README.md",
            "cdk.json",
            "ci/synth",
            "gitignore",
            "pom.xml",
            "releases/default/shop.properties",
            "src/main/java/com/example/shop/ShopApp.java",
            "src/test/java/com/example/shop/ShopAppTest.java");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    private static final Pattern SHOP = Pattern.compile("example[./]shop|Shop|shop");

    private final String name;

    /**
     * A project for the service called {@code name}.
     *
     * @throws RefusedException if a service cannot have the name
     */
    public Starter(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RefusedException(
                    "a service's name is a lower-case letter and up to 30 lower-case letters, digits or hyphens, got '"
                            + name + "'",
                    "give one with --name");
        }
        this.name = name;
    }

    /**
     * Writes the project into {@code folder}. Returns the files, relative to it.
     *
     * @throws RefusedException if there is something in it already
     */
    public List<Path> write(Path folder) throws IOException {
        requireEmpty(folder);
        for (String file : FILES) {
            Path to = folder.resolve(target(file));
            Files.createDirectories(to.getParent());
            Files.writeString(to, renamed(content(file)));
        }
        folder.resolve("ci/synth").toFile().setExecutable(true);
        return FILES.stream().map(this::target).toList();
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            if (inside.findAny().isPresent()) {
                throw new RefusedException(folder + " is not an empty folder", "name one that is, or is not there yet");
            }
        }
    }

    private Path target(String file) {
        return Path.of(renamed(file.equals("gitignore") ? ".gitignore" : file));
    }

    /** In one pass, so that what has been put in is not renamed again. A hyphen is for names, not for Java. */
    private String renamed(String text) {
        String word = name.replace("-", "");
        String type = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        return SHOP.matcher(text).replaceAll(found -> switch (found.group()) {
            case "Shop" -> type;
            case "shop" -> name;
            default -> found.group().replace("shop", word);
        });
    }

    private static String content(String file) throws IOException {
        try (InputStream in = Starter.class.getResourceAsStream("starter/" + file)) {
            if (in == null) {
                throw new IOException("this build of Teal lacks examples/starter/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.teal.constructs.testing;

import io.teal.constructs.internal.common.PrivateFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.jsii.JsiiEngine;
import software.amazon.jsii.JsiiRuntime;

/**
 * Makes unit tests of CDK apps fast: for the rest of the JVM, jsii's kernel runs in one process instead of two, and the
 * CDK does not validate templates by itself. Templates are the same, byte for byte.
 *
 * <pre>{@code
 * @ExtendWith(FastSynthExtension.class)
 * class OrdersStackTest {
 *     @Test
 *     void isValid() {
 *         Map<String, Object> context =
 *                 Map.of("@aws-cdk/core:appMode", "inmemory", "@aws-cdk/core:validateAgainstDefaultRules", true);
 *         App app = App.Builder.create().context(context).build();
 *         new OrdersStack(app, "orders");
 *         Validations.of(app).addPlugins(new CloudFormationValidatePlugin());
 *         app.synth();
 *     }
 * }
 * }</pre>
 *
 * <p>That one test still validates, and fails with the report.
 * {@code junit.jupiter.extensions.autodetection.enabled=true} in {@code junit-platform.properties} gives the extension
 * to every class. {@code CDK_VALIDATION} and {@code JSII_NODE}, if set, win. Does nothing on Windows; logs a warning if
 * jsii runs already, or is of an unknown version.
 *
 * <p>jsii takes its Node.js from the environment only, so this sets the private field that keeps it.
 */
public final class FastSynthExtension implements BeforeAllCallback {
    private static final String[] SCRIPTS = {"jsii-node", "jsii-kernel.js"};

    private static final System.Logger LOG = System.getLogger(FastSynthExtension.class.getName());

    private static boolean done;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        useFastKernel();
    }

    private static synchronized void useFastKernel() throws IOException {
        if (done || File.separatorChar != '/') {
            return;
        }
        done = true;
        try {
            Object runtime = field(JsiiEngine.class, "runtime").get(JsiiEngine.getInstance());
            Field node = field(JsiiRuntime.class, "customNode");
            if (field(JsiiRuntime.class, "customRuntime").get(runtime) != null) {
                return;
            }
            if (field(JsiiRuntime.class, "childProcess").get(runtime) != null) {
                warn("the CDK was used before; put the extension on every class that uses it");
                return;
            }
            String before = Objects.toString(node.get(runtime), "node");
            if (!before.endsWith("/" + SCRIPTS[0])) {
                node.set(runtime, command(before));
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            warn("this version of jsii is not known: " + e);
        }
    }

    /** A command, because of its spaces: jsii gives it to the shell. */
    private static String command(String node) throws IOException {
        Path folder = PrivateFolder.create("kernel");
        for (String script : SCRIPTS) {
            try (InputStream text = FastSynthExtension.class.getResourceAsStream(script)) {
                Files.copy(Objects.requireNonNull(text, script), folder.resolve(script));
            }
        }
        return "CDK_VALIDATION=\"${CDK_VALIDATION-false}\" TEAL_NODE=" + quoted(node) + " exec /bin/sh "
                + quoted(folder.resolve(SCRIPTS[0]).toString());
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static void warn(String why) {
        LOG.log(System.Logger.Level.WARNING, "tests run at the CDK's own speed: " + why);
    }
}

package io.teal.rehearsal.demo;

import io.teal.rehearsal.BadInputException;
import io.teal.release.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One fault of a host. As text, and in the variable {@code FAULT}: {@code ERRORS}, or {@code CAPACITY:300}; several are
 * separated by commas.
 *
 * @param fault what is wrong
 * @param amount how much, in the fault's unit; 0 for a fault that has none
 */
public record HostFault(Fault fault, double amount) {
    /** A fault that has no amount. */
    public HostFault(Fault fault) {
        this(fault, 0);
    }

    /**
     * Reads faults from text; none from an empty one.
     *
     * @throws BadInputException if {@code text} names no fault, or an amount is missing, too many, or no number
     */
    public static List<HostFault> parse(String text) {
        return Stream.of(text.split(","))
                .filter(word -> !word.isEmpty())
                .map(HostFault::one)
                .toList();
    }

    private static HostFault one(String word) {
        int colon = word.indexOf(':');
        Fault fault = named(colon < 0 ? word : word.substring(0, colon));
        String amount = colon < 0 ? "" : word.substring(colon + 1);
        boolean fits = fault.unit().isEmpty() ? colon < 0 : amount.matches("\\d+(\\.\\d+)?");
        if (!fits) {
            String takes = fault.unit().isEmpty() ? "no amount" : "an amount, in " + fault.unit();
            String example = fault.unit().isEmpty() ? fault.name() : fault + ":30";
            throw new BadInputException("fault " + fault + " takes " + takes + ", got " + word, "write " + example);
        }
        return new HostFault(fault, amount.isEmpty() ? 0 : Double.parseDouble(amount));
    }

    private static Fault named(String name) {
        List<String> names = Arrays.stream(Fault.values()).map(Fault::name).toList();
        if (names.contains(name)) {
            return Fault.valueOf(name);
        }
        String hint = names.stream()
                .filter(known -> Spelling.near(known, name))
                .findFirst()
                .map(near -> "did you mean " + near + "?")
                .orElse("write one of them, as ERRORS or CAPACITY:300");
        throw new BadInputException("a fault must be one of " + String.join(", ", names) + ", got " + name, hint);
    }

    @Override
    public String toString() {
        String number = amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
        return fault.unit().isEmpty() ? fault.name() : fault + ":" + number;
    }
}

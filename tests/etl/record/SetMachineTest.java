package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetMachineTest {

    @ParameterizedTest
    @CsvSource({
        "Intel(R) Xeon(R) Processor, intel-xeon",
        "AMD EPYC, amd-epyc",
        "Intel(R) Core(TM) i7-8650U CPU @ 1.90GHz, intel-core-i7-8650u-1-90ghz",
        "Raspberry Pi 4 Model B Rev 1.4, raspberry-pi-4-model-b-rev-1-4"
    })
    void aFolderIsNamedAfterTheProcessor(String model, String name) {
        assertEquals(name, SetMachine.processor(model));
    }

    @ParameterizedTest
    @CsvSource({
        "24105, 24105.55, true",
        "24105, 23900, true",
        "2048, 1024, false",
        ", 1024, false"
    })
    void anotherKernelMakesNoOtherMachine(Double theirs, double ours, boolean same) {
        assertEquals(same, SetMachine.isSameMemory(theirs, ours));
    }
}

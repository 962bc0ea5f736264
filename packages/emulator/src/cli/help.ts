export const HELP = `galka-emulator: Meta's WhatsApp Cloud API on your desk

  galka-emulator [options]                      starts it
  galka-emulator snapshot save FILE [--of URL]  keeps the world of a running one in a file
  galka-emulator snapshot restore FILE [--of URL]
                                                puts it back
  galka-emulator explain CODE [SUBCODE]         says what one of Meta's errors means

  --port N        where to listen (4001, or GALKA_EMULATOR_PORT; 0 takes a free port)
  --host H        address to listen on (127.0.0.1)
  --data DIR      where to keep the state; without it the world ends with the process
  --world FILE    what is there at the first moment (see world.schema.json); a data
                  directory that holds a world goes on with its own
  --snapshot FILE a snapshot to begin with, whatever the data directory holds
  --seed TEXT     message ids follow from it: same seed, same calls, same world
  --log-size N    how many Graph calls the request log keeps (5000; 0 keeps none)
  --url URL       address that others reach it by, for media URLs
  --control-key K what the control API and the phones page ask for (or
                  GALKA_EMULATOR_CONTROL_KEY); needed when --host is not this machine alone
  --of URL        the running emulator (http://127.0.0.1:4001)
  --end-with-parent  stop when standard input ends
  --help          this text
`;

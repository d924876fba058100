// The descriptor that wakes zmq_poll; not in the Glibc module.
#include <sys/eventfd.h>
#include <zmq.h>

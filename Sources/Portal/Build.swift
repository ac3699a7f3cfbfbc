internal import Audit
internal import Bindings

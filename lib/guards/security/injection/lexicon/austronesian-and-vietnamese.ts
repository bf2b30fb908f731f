import type { Lexicon } from "#lib/guards/security/injection/concept";

export const indonesian: Lexicon = {
  override:
    "abaikan|mengabaikan|lupakan|melupakan|jangan ikuti|jangan patuhi|langgar|kesampingkan|hiraukan|lewati|batalkan",
  instruction: "instruksi|perintah|aturan|pedoman|arahan|batasan|petunjuk|prompt|semua yang|panduan",
  prior: "sebelumnya|di atas|awal|asli|anda|terdahulu|sejauh ini|tadi|yang diberikan",
  all: "semua|seluruh",
  reveal:
    "ungkapkan|tampilkan|tunjukkan|beri tahu|beritahu|katakan|cetak|ulangi|bocorkan|tulis|apa|bagikan|sebutkan|berikan|terjemahkan",
  prompt:
    "prompt sistem|pesan sistem|instruksi sistem|instruksi awal|instruksi asli|instruksi tersembunyi|instruksi anda|teks di atas|perintah sistem|system prompt|instruksi rahasia",
  secret: "kata sandi|password*|kode rahasia|kunci rahasia|kunci api|kredensial|rahasia|kode akses",
  persona:
    "anda sekarang|kamu sekarang|sekarang anda|sekarang kamu|mulai sekarang|berpura-pura*|bertindak sebagai|bertindaklah|bayangkan anda|berperan*",
  unbound:
    "tanpa batasan|tanpa sensor|tanpa filter|tanpa aturan|tidak ada batasan|tidak terbatas|ilegal|tanpa pembatasan",
  model: "asisten ai|model bahasa|kecerdasan buatan|chatbot|chatgpt",
  retask:
    "instruksi baru|tugas baru|sebagai gantinya|dan katakan|dan jawab|tugas anda|dan beri tahu|sebaliknya|dan berikan",
  act: "kirim|kirimkan|teruskan|hapus|jalankan|unggah|klik",
  data: "percakapan|data pengguna|kata sandi|informasi pribadi|data pribadi|riwayat",
  privilege:
    "mode pengembang|mode admin|mode dewa|mode debug|mode sistem|saya pencipta anda|saya admin|akses admin|mode override|mode penggantian|sebagai pencipta anda|mode pemeliharaan",
  about: "injeksi prompt|serangan|penyerang|mendeteksi|mencegah|melindungi|misalnya|kerentanan",
  asking: "bagaimana|apa itu|jelaskan|mengapa|perbedaan",
};

export const vietnamese: Lexicon = {
  override: "bỏ qua|quên|phớt lờ|không tuân theo|đừng tuân theo|không làm theo|vượt qua|hủy bỏ|lờ đi|không quan tâm",
  instruction: "hướng dẫn|chỉ dẫn|lệnh|quy tắc|chỉ thị|hạn chế|giới hạn|yêu cầu|prompt|mọi thứ|nguyên tắc",
  prior: "trước đó|trước đây|trước|ở trên|bên trên|ban đầu|gốc|của bạn|vừa rồi",
  all: "tất cả|mọi",
  reveal:
    "tiết lộ|hiển thị|cho tôi biết|cho tôi xem|nói cho tôi|in ra|lặp lại|viết ra|là gì|chia sẻ|cung cấp|nói|cho biết|dịch",
  prompt:
    "lời nhắc hệ thống|prompt hệ thống|thông báo hệ thống|hướng dẫn hệ thống|hướng dẫn ban đầu|hướng dẫn ẩn|hướng dẫn của bạn|văn bản ở trên|tin nhắn hệ thống|lệnh hệ thống|system prompt",
  secret: "mật khẩu|mã bí mật|khóa bí mật|khóa api|thông tin đăng nhập|bí mật|mã truy cập",
  persona:
    "bây giờ bạn là|bạn bây giờ là|từ bây giờ|kể từ bây giờ|giả vờ|đóng vai|hành động như|tưởng tượng bạn|từ giờ",
  unbound:
    "không có hạn chế|không giới hạn|không hạn chế|không kiểm duyệt|không có quy tắc|không bị giới hạn|không bộ lọc|bất hợp pháp",
  model: "trợ lý ai|mô hình ngôn ngữ|trí tuệ nhân tạo|chatbot|chatgpt",
  retask: "hướng dẫn mới|nhiệm vụ mới|thay vào đó|và nói|và trả lời|nhiệm vụ của bạn|và cho tôi|và cung cấp",
  act: "gửi|chuyển tiếp|xóa|thực thi|tải lên|nhấp",
  data: "cuộc trò chuyện|dữ liệu người dùng|mật khẩu|thông tin cá nhân|lịch sử trò chuyện",
  privilege:
    "chế độ nhà phát triển|chế độ quản trị|chế độ thần|chế độ gỡ lỗi|chế độ hệ thống|tôi là người tạo ra bạn|tôi là quản trị viên|chế độ ghi đè|người tạo ra bạn|chế độ bảo trì",
  about: "tiêm prompt|tấn công|kẻ tấn công|phát hiện|ngăn chặn|bảo vệ|ví dụ|lỗ hổng",
  asking: "làm thế nào|như thế nào|nghĩa là gì|giải thích|tại sao|khác biệt",
};

export const filipino: Lexicon = {
  override:
    "huwag pansinin|balewalain|kalimutan|isantabi|huwag sundin|lampasan|ipagwalang-bahala|iwaksi|huwag mong pansinin",
  instruction:
    "tagubilin|utos|panuntunan|alituntunin|mga tagubilin|mga utos|limitasyon|paghihigpit|prompt|lahat ng|instruksyon|mga direktiba",
  prior: "nakaraang|nakaraan|nauna|naunang|sa itaas|orihinal|iyong|dating|mga naunang|una",
  all: "lahat",
  reveal: "ibunyag|ipakita|sabihin|ibigay|ulitin|isulat|i-print|ano ang|ibahagi|ilantad|ihayag|isalin",
  prompt:
    "system prompt|mensahe ng system|tagubilin ng system|orihinal na tagubilin|nakatagong tagubilin|iyong mga tagubilin|teksto sa itaas|prompt ng system|unang tagubilin",
  secret: "password*|lihim na code|lihim na susi|api key|kredensyal|lihim|kompidensyal|sikreto|access code",
  persona:
    "ikaw na ngayon|ikaw ngayon ay|mula ngayon|simula ngayon|magpanggap|kumilos bilang|gumanap|isipin mo na ikaw",
  unbound: "walang paghihigpit|walang limitasyon|walang mga paghihigpit|walang censorship|walang panuntunan|ilegal",
  model: "modelo ng wika|artipisyal na katalinuhan|chatbot|chatgpt",
  retask: "bagong tagubilin|bagong gawain|sa halip|at sabihin|at sagutin|ang iyong gawain|at ibigay",
  act: "ipadala|magpadala|tanggalin|patakbuhin|i-upload|i-click",
  data: "pag-uusap|data ng user|password*|personal na impormasyon",
  privilege:
    "developer mode|admin mode|god mode|debug mode|system mode|mode ng system|ako ang iyong lumikha|bilang iyong lumikha|bilang administrator|override mode|override na mode|iyong lumikha",
  about: "pag-atake|umaatake|tuklasin|pigilan|protektahan|halimbawa",
  asking: "paano|ano ang ibig sabihin|ipaliwanag|bakit|pagkakaiba",
};
